import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'infura',
  name: 'Infura',
  role: 'api',
  present: [{ host: 'infura.io' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-invalid': 26,
        'origin-rejected': 20,
        'feature-unavailable': 18,
        'ip-refused': 12,
        'policy-denied': 10,
      },
      says: "mostly the project's allowlist or secret, or a network that is not in the plan",
      source: 'https://docs.metamask.io/services/reference/http-status-codes/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 16, 'feature-unavailable': 14 },
      says: 'mostly a wrong project id',
      source: 'https://docs.metamask.io/services/reference/http-status-codes/',
    },
  ],
};

export default vendor;
