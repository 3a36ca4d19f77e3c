import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'csurf',
  name: 'Express csurf / csrf-csrf / Lusca / Fastify CSRF',
  role: 'framework',
  present: [{ text: /ebadcsrftoken|forbiddenerror: invalid csrf token|error: csrf token m(?:issing|ismatch)/ }],
  refusals: [
    {
      id: 'invalid-csrf-token',
      alone: true,
      when: [
        { any: [{ text: /\binvalid csrf token\b/ }, { text: 'EBADCSRFTOKEN' }] },
        { not: { text: /invalid csrf token '|invalid csrf token found|in form body|fst_csrf/ } },
      ],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the CSRF token is absent or not made with the secret of this cookie or session',
      fix: {
        who: 'caller',
        text: 'fetch a page or the token endpoint first, keep its cookies, and send the token as csrf-token, x-csrf-token or _csrf',
      },
      source: 'https://github.com/expressjs/csurf',
    },
    {
      id: 'misconfigured',
      alone: true,
      when: [{ text: 'misconfigured csrf' }],
      causes: { 'csrf-missing': 'hints', 'server-rule': 'suggests' },
      says: 'csurf found no session or cookie parser to keep its secret in',
      fix: { who: 'api-owner', text: 'put cookie-parser or a session before csurf' },
      source: 'https://github.com/expressjs/csurf',
    },
    {
      id: 'lusca-missing',
      alone: true,
      when: [{ text: 'Error: CSRF token missing' }],
      causes: { 'csrf-missing': 'proves' },
      says: 'Lusca: no CSRF token came',
      source: 'https://github.com/krakenjs/lusca/blob/main/lib/csrf.js',
    },
    {
      id: 'lusca-mismatch',
      alone: true,
      when: [{ text: 'Error: CSRF token mismatch' }],
      causes: { 'csrf-invalid': 'proves' },
      says: 'Lusca: the CSRF token is not that of the session',
      source: 'https://github.com/krakenjs/lusca/blob/main/lib/csrf.js',
    },
    {
      id: 'fastify-missing-secret',
      alone: true,
      when: [{ any: [{ code: 'FST_CSRF_MISSING_SECRET' }, { text: 'Missing csrf secret' }] }],
      causes: { 'csrf-missing': 'proves' },
      says: '@fastify/csrf-protection: the cookie or session with the secret did not come',
      source: 'https://github.com/fastify/csrf-protection/blob/main/index.js',
    },
    {
      id: 'fastify-invalid',
      alone: true,
      when: [{ text: 'FST_CSRF_INVALID_TOKEN' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: '@fastify/csrf-protection: the token is absent or not made with this secret',
      source: 'https://github.com/fastify/csrf-protection/blob/main/index.js',
    },
  ],
};

export default vendor;
