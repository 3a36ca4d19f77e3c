import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'football-data',
  name: 'football-data.org and API-Football',
  role: 'api',
  present: [{ host: 'api.football-data.org' }, { host: 'api-sports.io' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 60, 'credentials-invalid': 14, 'credentials-missing': 10 },
      says: 'mostly a competition that is not in the plan',
      source: 'https://www.football-data.org/documentation/quickstart',
    },
  ],
};

export default vendor;
