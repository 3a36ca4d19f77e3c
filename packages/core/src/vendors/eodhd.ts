import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'eodhd',
  name: 'EODHD',
  role: 'api',
  present: [{ host: 'eodhd.com' }, { host: 'eodhistoricaldata.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 66, 'credentials-invalid': 12, 'rate-limited': 6 },
      says: 'the data are not in the plan',
      source: 'https://eodhd.com/financial-apis/api-limits',
    },
  ],
};

export default vendor;
