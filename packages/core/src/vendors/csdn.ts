import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'csdn',
  name: 'CSDN',
  role: 'app',
  present: [{ host: 'csdn.net' }, { host: 'csdnimg.cn' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'csdnimg.cn' }, { host: 'img-blog.csdn.net' }] }],
      causes: {},
      usual: { 'origin-rejected': 70, 'object-hidden': 10, 'client-refused': 8 },
      says: 'mostly a Referer of another site',
      source: 'https://www.csdn.net/company/index.html',
    },
    {
      id: 'usual-521',
      when: [{ status: 521 }, { host: 'blog.csdn.net' }],
      causes: {},
      usual: { 'client-refused': 80, 'rate-limited': 10 },
      says: 'the bot check sets a cookie by script first',
      source: 'https://www.csdn.net/company/index.html',
    },
  ],
};

export default vendor;
