import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'anilist',
  name: 'AniList',
  role: 'api',
  present: [{ host: 'graphql.anilist.co' }, { host: 'anilist.co' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }, { method: 'POST' }],
      causes: {},
      usual: { 'client-refused': 44, 'ip-refused': 24, 'feature-unavailable': 14, 'rate-limited': 10 },
      says: 'mostly the edge refuses the client, or the API is off for a time',
      source: 'https://docs.anilist.co/guide/rate-limiting',
    },
  ],
};

export default vendor;
