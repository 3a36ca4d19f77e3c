import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'weibo-images',
  name: 'Weibo images',
  role: 'cdn',
  present: [{ host: 'sinaimg.cn' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'origin-rejected': 78, 'object-hidden': 6, 'client-refused': 6, 'rate-limited': 4 },
      says: 'mostly a Referer of another site; images are served to weibo.com only',
      source: 'https://open.weibo.com/wiki/Error_code',
    },
  ],
};

export default vendor;
