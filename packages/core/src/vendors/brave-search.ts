import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'brave-search',
  name: 'Brave Search API',
  role: 'api',
  present: [{ host: 'api.search.brave.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 48, 'credentials-invalid': 22, 'credentials-missing': 10 },
      says: 'mostly the subscription does not include this search',
      source: 'https://api-dashboard.search.brave.com/app/documentation',
    },
  ],
};

export default vendor;
