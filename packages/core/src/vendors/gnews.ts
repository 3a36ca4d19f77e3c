import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gnews',
  name: 'GNews',
  role: 'api',
  present: [{ host: 'gnews.io' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'rate-limited': 54, 'feature-unavailable': 20, 'credentials-invalid': 10 },
      says: 'the daily quota of the plan',
      source: 'https://gnews.io/docs/v4',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 32, 'policy-denied': 6 },
      says: 'mostly a wrong key, or an account that was not confirmed',
      source: 'https://gnews.io/docs/v4',
    },
  ],
};

export default vendor;
