import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'novita',
  name: 'Novita AI',
  role: 'api',
  present: [{ host: 'api.novita.ai' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 40, 'policy-denied': 14, 'credentials-invalid': 14, 'rate-limited': 10 },
      says: 'mostly the balance',
      source: 'https://novita.ai/docs/api-reference/api-reference-error-code',
    },
  ],
};

export default vendor;
