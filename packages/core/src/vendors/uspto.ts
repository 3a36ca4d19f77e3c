import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'uspto',
  name: 'USPTO open data',
  role: 'api',
  present: [{ host: 'data.uspto.gov' }, { host: 'developer.uspto.gov' }, { host: 'api.uspto.gov' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 34, 'credentials-missing': 34, 'client-refused': 10, 'feature-unavailable': 6 },
      says: 'mostly no key or a wrong one',
      source: 'https://data.uspto.gov/apis/getting-started',
    },
  ],
};

export default vendor;
