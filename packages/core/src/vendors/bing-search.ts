import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bing-search',
  name: 'Bing Search API',
  role: 'api',
  present: [{ host: 'api.bing.microsoft.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 40, 'feature-unavailable': 30, 'credentials-missing': 16 },
      says: 'mostly a wrong key; the service has ended',
      source: 'https://www.microsoft.com/en-us/bing/apis',
    },
  ],
};

export default vendor;
