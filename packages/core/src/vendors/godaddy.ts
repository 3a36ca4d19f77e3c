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
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 66,
        'credentials-invalid': 10,
        'role-missing': 6,
        'policy-denied': 6,
        'ip-refused': 4,
      },
      says: 'the API is only open to accounts with many domains',
      source: 'https://developer.godaddy.com/getstarted',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 64, 'credentials-malformed': 14, 'credentials-missing': 10 },
      says: 'mostly a test key at the live host, or the word sso-key is missing',
      source: 'https://developer.godaddy.com/getstarted',
    },
  ],
};

export default vendor;
