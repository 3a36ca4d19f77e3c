import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cakephp',
  name: 'CakePHP',
  role: 'framework',
  present: [
    { cookie: 'CAKEPHP' },
    { text: /cake\\|missing or incorrect csrf cookie type|the request has been black-holed/ },
  ],
  refusals: [
    {
      id: 'csrf-cookie-missing',
      alone: true,
      when: [{ text: /missing csrf token cookie|missing or incorrect csrf cookie type/ }],
      causes: { 'csrf-missing': 'proves' },
      says: 'the csrfToken cookie did not come',
      source: 'https://github.com/cakephp/cakephp/blob/5.x/src/Http/Middleware/CsrfProtectionMiddleware.php',
    },
    {
      id: 'csrf-token',
      alone: true,
      when: [
        {
          text: /csrf token (?:from either the request body or request headers did not match|mismatch)|missing or invalid csrf cookie/,
        },
        { not: { text: 'csrf token mismatch' } },
      ],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'hints' },
      says: 'the token did not come or does not match the cookie',
      source: 'https://github.com/cakephp/cakephp/blob/5.x/src/Http/Middleware/CsrfProtectionMiddleware.php',
    },
    {
      id: 'black-holed',
      alone: true,
      when: [{ text: /the request has been black-holed/ }],
      causes: { 'csrf-invalid': 'suggests', 'content-rejected': 'suggests', 'csrf-missing': 'hints' },
      says: 'the form protection component refused: stale form token, or fields added or changed',
      source: 'https://github.com/cakephp/cakephp/blob/4.x/src/Controller/Component/SecurityComponent.php',
    },
    {
      id: 'form-tampered',
      alone: true,
      when: [
        {
          text: /form tampering protection token validation failed|tampered field in post data|unexpected field in post data|missing field '_token/,
        },
      ],
      causes: { 'csrf-invalid': 'suggests', 'content-rejected': 'suggests' },
      says: "the form's fields are not those that were rendered",
      source: 'https://github.com/cakephp/cakephp/blob/5.x/src/Controller/Component/FormProtectionComponent.php',
    },
    {
      id: 'not-authorized',
      alone: true,
      when: [{ text: 'You are not authorized to access that location.' }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'the Auth component says no',
      source: 'https://book.cakephp.org/3/en/controllers/components/authentication.html',
    },
  ],
};

export default vendor;
