import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'threads',
  name: 'Threads',
  role: 'app',
  present: [{ host: 'threads.net' }, { host: 'threads.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-missing': 34,
        'client-refused': 32,
        'rate-limited': 12,
        'ip-refused': 8,
        'scope-insufficient': 6,
      },
      says: 'mostly no login, or the bot wall',
      source: 'https://developers.facebook.com/docs/threads/troubleshooting',
    },
  ],
};

export default vendor;
