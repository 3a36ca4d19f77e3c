import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'finnhub',
  name: 'Finnhub',
  role: 'api',
  present: [{ host: 'finnhub.io' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 72, 'credentials-invalid': 6, 'policy-denied': 4 },
      says: 'the endpoint is not in the free plan',
      source: 'https://finnhub.io/docs/api/rate-limit',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 36, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing token',
      source: 'https://finnhub.io/docs/api/rate-limit',
    },
  ],
};

export default vendor;
