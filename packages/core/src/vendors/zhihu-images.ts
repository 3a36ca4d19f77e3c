import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zhihu-images',
  name: 'Zhihu images',
  role: 'cdn',
  present: [{ host: 'zhimg.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'origin-rejected': 60, 'credentials-expired': 16, 'client-refused': 12, 'object-hidden': 4 },
      says: 'mostly a Referer of another site, or an address past its time',
      source: 'https://www.zhihu.com/term/zhihu-terms',
    },
  ],
};

export default vendor;
