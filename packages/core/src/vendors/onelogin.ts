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
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 62, 'credentials-expired': 22, 'credentials-missing': 8 },
      says: "mostly a token past its time, or another region's host",
      source: 'https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 48, 'role-missing': 22, 'ip-refused': 6, 'policy-denied': 6 },
      says: "mostly the API credential's scope",
      source: 'https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials',
    },
  ],
};

export default vendor;
