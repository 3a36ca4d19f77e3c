import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'onelogin',
  name: 'OneLogin',
  role: 'identity',
  present: [{ host: 'onelogin.com' }],
  refusals: [
    {
      id: 'insufficient-permission',
      alone: true,
      when: [{ text: 'Insufficient Permission' }, { any: [{ host: 'onelogin.com' }, { text: 'onelogin' }] }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints' },
      says: "the API credential's level does not allow this call",
      source: 'https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials',
    },
    {
      id: 'auth-failed',
      when: [{ text: 'Authentication Failure' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the client id or secret is wrong',
      source: 'https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials',
    },
  ],
};

export default vendor;
