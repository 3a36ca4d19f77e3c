import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hackernews',
  name: 'Hacker News',
  role: 'app',
  present: [{ host: 'news.ycombinator.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 48, 'rate-limited': 34, 'client-refused': 12 },
      says: 'mostly too many requests; addresses are blocked for a while',
      source: 'https://github.com/HackerNews/API',
    },
  ],
};

export default vendor;
