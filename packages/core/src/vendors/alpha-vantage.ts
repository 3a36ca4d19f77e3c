import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'alpha-vantage',
  name: 'Alpha Vantage',
  role: 'api',
  present: [{ host: 'alphavantage.co' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 42, 'rate-limited': 18, 'client-refused': 14, 'credentials-invalid': 10 },
      says: 'mostly an endpoint of the paid plans',
      source: 'https://www.alphavantage.co/support/',
    },
  ],
};

export default vendor;
