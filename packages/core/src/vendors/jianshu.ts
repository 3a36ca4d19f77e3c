import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jianshu',
  name: 'Jianshu',
  role: 'app',
  present: [{ host: 'jianshu.com' }, { host: 'jianshu.io' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 58, 'origin-rejected': 18, 'rate-limited': 12, 'ip-refused': 6 },
      says: 'mostly no browser User-Agent, or a Referer of another site',
      source: 'https://www.jianshu.com/p/c44d171298ce',
    },
  ],
};

export default vendor;
