import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'baidu-images',
  name: 'Baidu images',
  role: 'cdn',
  present: [
    { host: 'bdimg.com' },
    { host: 'bcebos.com' },
    { host: 'hiphotos.baidu.com' },
    { host: 'imgsrc.baidu.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'origin-rejected': 58,
        'credentials-expired': 16,
        'role-missing': 8,
        'client-refused': 8,
        'object-hidden': 4,
      },
      says: 'mostly a Referer of another site, or a signature past its time',
      source: 'https://cloud.baidu.com/doc/BOS/index.html',
    },
  ],
};

export default vendor;
