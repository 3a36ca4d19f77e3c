import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jd',
  name: 'JD.com',
  role: 'app',
  present: [{ host: 'jd.com' }, { host: 'jd.hk' }, { host: '360buyimg.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'client-refused': 46,
        'rate-limited': 16,
        'origin-rejected': 14,
        'ip-refused': 12,
        'credentials-missing': 6,
      },
      says: 'the bot wall',
      source: 'https://open.jd.com/',
    },
  ],
};

export default vendor;
