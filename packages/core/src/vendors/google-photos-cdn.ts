import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-photos-cdn',
  name: 'Google user content',
  role: 'cdn',
  present: [{ host: 'googleusercontent.com' }, { host: 'ggpht.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-expired': 38,
        'rate-limited': 20,
        'origin-rejected': 14,
        'credentials-missing': 14,
        'client-refused': 4,
      },
      says: 'mostly a media address past its hour',
      source: 'https://developers.google.com/photos/library/guides/access-media-items',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'rate-limited': 40, 'origin-rejected': 38, 'ip-refused': 8 },
      says: 'mostly avatars loaded with a Referer of another site',
      source: 'https://developers.google.com/photos/library/guides/access-media-items',
    },
  ],
};

export default vendor;
