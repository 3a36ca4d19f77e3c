import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'prestashop',
  name: 'PrestaShop',
  role: 'cms',
  present: [{ cookie: 'PrestaShop-' }, { header: 'psws-version' }, { text: /prestashop/ }],
  refusals: [
    {
      id: 'key-missing',
      alone: true,
      when: [{ text: 'Please enter the authentication key as the login. No password required' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no webservice key came',
      source: 'https://github.com/PrestaShop/PrestaShop/blob/develop/classes/webservice/WebserviceRequest.php',
    },
    {
      id: 'key-invalid',
      alone: true,
      when: [
        {
          any: [
            { text: 'Invalid authentication key format' },
            { text: 'Authentication key does not exist' },
            { text: 'This authentication key has not been activated' },
            { text: 'No permission for this authentication key' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-malformed': 'hints', 'role-missing': 'hints' },
      says: 'the webservice key is unknown, malformed, inactive or without permissions',
      source: 'https://github.com/PrestaShop/PrestaShop/blob/develop/classes/webservice/WebserviceRequest.php',
    },
    {
      id: 'method-not-allowed',
      alone: true,
      when: [
        {
          text: /is not allowed for the resource .{1,80} with this authentication key|resource of type "[^"]{1,60}" is not allowed with this authentication key/,
        },
      ],
      causes: { 'scope-insufficient': 'proves', 'method-refused': 'hints' },
      says: 'the key lacks this permission on this resource',
      source: 'https://github.com/PrestaShop/PrestaShop/blob/develop/classes/webservice/WebserviceRequest.php',
    },
    {
      id: 'usual-admin',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/(?:[a-z0-9_-]{1,40}\/)?admin[a-z0-9]{6,20}\/(?:index\.php|ajax)/ },
        { cookie: 'PrestaShop-' },
      ],
      causes: {},
      usual: {
        'content-rejected': 34,
        'csrf-invalid': 20,
        'role-missing': 16,
        'ip-refused': 10,
        'credentials-expired': 6,
      },
      says: 'a firewall, a stale token in the URL, or a profile without the right',
      source: 'https://devdocs.prestashop-project.org/8/webservice/getting-started/',
    },
  ],
};

export default vendor;
