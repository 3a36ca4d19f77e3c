import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'anidb',
  name: 'AniDB',
  role: 'api',
  present: [{ host: 'anidb.net' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 44, 'rate-limited': 34, 'client-refused': 14 },
      says: 'mostly a ban for too many requests',
      source: 'https://wiki.anidb.net/HTTP_API_Definition',
    },
  ],
};

export default vendor;
