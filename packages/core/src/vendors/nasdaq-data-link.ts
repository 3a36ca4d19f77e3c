import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nasdaq-data-link',
  name: 'Nasdaq Data Link',
  role: 'api',
  present: [{ host: 'data.nasdaq.com' }, { host: 'quandl.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 36, 'client-refused': 30, 'ip-refused': 12, 'credentials-invalid': 6 },
      says: 'mostly a data set that is not subscribed, or the edge refuses the client',
      source: 'https://docs.data.nasdaq.com/docs/error-codes',
    },
  ],
};

export default vendor;
