import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'alchemy',
  name: 'Alchemy',
  role: 'api',
  present: [{ host: 'alchemy.com' }, { host: 'alchemyapi.io' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 28,
        'origin-rejected': 24,
        'credentials-invalid': 20,
        'ip-refused': 10,
        'policy-denied': 8,
      },
      says: 'mostly a network that the app has not switched on, or its allowlist',
      source: 'https://www.alchemy.com/docs/reference/error-reference',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 62, 'credentials-missing': 22 },
      says: 'mostly a wrong key in the path',
      source: 'https://www.alchemy.com/docs/reference/error-reference',
    },
  ],
};

export default vendor;
