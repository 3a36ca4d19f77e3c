import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tomorrow-io',
  name: 'Tomorrow.io',
  role: 'api',
  present: [{ host: 'api.tomorrow.io' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 52, 'credentials-invalid': 18, 'rate-limited': 8, 'role-missing': 6 },
      says: 'mostly a data layer or range outside the plan',
      source: 'https://docs.tomorrow.io/reference/error-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 32, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing key',
      source: 'https://docs.tomorrow.io/reference/error-codes',
    },
  ],
};

export default vendor;
