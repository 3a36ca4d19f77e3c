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
      causes: {},
      usual: { 'origin-rejected': 72, 'client-refused': 10, 'object-hidden': 6, 'rate-limited': 4 },
      says: 'the image host serves requests whose Referer is pixiv.net',
      fix: { who: 'caller', text: 'send Referer: https://www.pixiv.net/' },
      source: 'https://github.com/mikf/gallery-dl/blob/master/gallery_dl/extractor/pixiv.py',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'pximg.net' }, { sent: 'referer', is: 'pixiv.net' }],
      causes: {},
      usual: { 'client-refused': 28, 'rate-limited': 22, 'object-hidden': 16, 'ip-refused': 16 },
      says: 'mostly too many requests, or the client program',
      source: 'https://www.pixiv.help/hc/en-us',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'pximg.net' }],
      causes: {},
      usual: { 'object-hidden': 62, 'origin-rejected': 8, 'not-owner': 8 },
      says: 'mostly another file type than guessed (png, jpg), or a work that was deleted',
      source: 'https://www.pixiv.help/hc/en-us',
    },
    {
      id: 'usual-403-pixiv',
      when: [{ status: 403 }, { host: 'pixiv.net' }],
      causes: {},
      usual: {
        'credentials-missing': 34,
        'client-refused': 28,
        'ip-refused': 14,
        'rate-limited': 10,
        'credentials-expired': 8,
      },
      says: 'mostly no login cookie, or the bot wall',
      source: 'https://www.pixiv.help/hc/en-us',
    },
  ],
};

export default vendor;
