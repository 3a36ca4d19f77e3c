import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tiktok-cdn',
  name: 'TikTok media',
  role: 'cdn',
  present: [{ host: 'tiktokcdn.com' }, { host: 'tiktokcdn-us.com' }, { host: 'tiktokv.com' }, { host: 'muscdn.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-expired': 50,
        'client-refused': 20,
        'origin-rejected': 10,
        'ip-refused': 6,
        'credentials-invalid': 6,
      },
      says: 'mostly a media address past its time or without its cookie',
      source: 'https://developers.tiktok.com/doc/embed-videos',
    },
  ],
};

export default vendor;
