import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'thetvdb',
  name: 'TheTVDB',
  role: 'api',
  present: [{ host: 'thetvdb.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-expired': 38,
        'credentials-invalid': 26,
        'credentials-missing': 18,
        'feature-unavailable': 10,
      },
      says: 'mostly a token past its month, or no login call was made',
      source: 'https://github.com/thetvdb/v4-api',
    },
  ],
};

export default vendor;
