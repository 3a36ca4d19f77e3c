import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zhihu',
  name: 'Zhihu',
  role: 'app',
  present: [{ host: 'zhihu.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 46, 'credentials-missing': 26, 'rate-limited': 12, 'ip-refused': 10 },
      says: 'mostly the signature headers (x-zse-96) or cookie are missing',
      source: 'https://www.zhihu.com/term/zhihu-terms',
    },
  ],
};

export default vendor;
