import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nba',
  name: 'NBA stats',
  role: 'api',
  present: [{ host: 'stats.nba.com' }, { host: 'nba.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 44, 'client-refused': 40, 'rate-limited': 6 },
      says: 'mostly an address of a data centre, or headers of a browser are missing',
      source: 'https://www.nba.com/termsofuse',
    },
  ],
};

export default vendor;
