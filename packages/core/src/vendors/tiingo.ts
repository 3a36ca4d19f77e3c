import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tiingo',
  name: 'Tiingo',
  role: 'api',
  present: [{ host: 'api.tiingo.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 42, 'feature-unavailable': 24, 'credentials-missing': 14, 'rate-limited': 6 },
      says: 'mostly a wrong token, or data of the paid plan',
      source: 'https://www.tiingo.com/documentation/general/overview',
    },
  ],
};

export default vendor;
