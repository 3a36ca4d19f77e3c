import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'godaddy',
  name: 'GoDaddy',
  role: 'api',
  present: [{ host: 'api.godaddy.com' }, { host: 'api.ote-godaddy.com' }],
  refusals: [
    {
      id: 'not-allowed',
      when: [{ text: 'Authenticated user is not allowed access' }],
      causes: { 'feature-unavailable': 'proves', 'role-missing': 'hints' },
      says: 'since 2024 the API is for accounts with many domains only; or the key is of the test environment',
      source: 'https://github.com/navilg/godaddy-ddns/issues/32',
    },
    {
      id: 'key',
      when: [
        {
          any: [
            { code: 'UNABLE_TO_AUTHENTICATE' },
            { code: 'INVALID_KEY' },
            { code: 'MALFORMED_CREDENTIALS' },
            { text: 'Unauthorized : Could not authenticate API key/secret' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the key or secret is wrong, or of the other environment',
      source: 'https://developer.godaddy.com/getstarted',
    },
  ],
};

export default vendor;
