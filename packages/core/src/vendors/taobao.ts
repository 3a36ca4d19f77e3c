import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'taobao',
  name: 'Taobao and Tmall',
  role: 'app',
  present: [{ host: 'taobao.com' }, { host: 'tmall.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'client-refused': 52,
        'rate-limited': 18,
        'ip-refused': 14,
        'credentials-missing': 8,
        'origin-rejected': 4,
      },
      says: 'the bot wall',
      source: 'https://open.taobao.com/doc.htm',
    },
    {
      id: 'usual-420',
      when: [{ status: 420 }],
      causes: {},
      usual: { 'client-refused': 48, 'rate-limited': 34, 'ip-refused': 10 },
      says: 'the bot wall',
      source: 'https://open.taobao.com/doc.htm',
    },
  ],
};

export default vendor;
