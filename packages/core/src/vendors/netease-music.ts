import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'netease-music',
  name: 'NetEase Cloud Music',
  role: 'app',
  present: [{ host: 'music.163.com' }, { host: 'music.126.net' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-expired': 34,
        'ip-refused': 20,
        'origin-rejected': 18,
        'feature-unavailable': 12,
        'client-refused': 8,
      },
      says: 'mostly a media address past its time, or the region',
      source: 'https://music.163.com/html/web2/service.html',
    },
  ],
};

export default vendor;
