import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pixiv',
  name: 'pixiv',
  role: 'app',
  present: [{ host: 'pximg.net' }, { host: 'pixiv.net' }],
  refusals: [
    {
      id: 'referer',
      when: [{ host: 'pximg.net' }, { status: 403 }, { not: { sent: 'referer', is: 'pixiv.net' } }],
      causes: { 'origin-rejected': 'suggests', 'client-refused': 'hints' },
      says: "pixiv's picture hosts want Referer: https://www.pixiv.net/",
      fix: { who: 'caller', text: 'send Referer: https://www.pixiv.net/' },
      source: 'https://github.com/mikf/gallery-dl/blob/master/gallery_dl/extractor/pixiv.py',
    },
  ],
};

export default vendor;
