import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bilibili',
  name: 'bilibili',
  role: 'api',
  present: [{ host: 'bilibili.com' }, { host: 'bilivideo.com' }, { host: 'hdslb.com' }],
  refusals: [
    {
      id: 'code-403',
      alone: true,
      when: [{ any: [{ body: '"code":-403' }, { text: '访问权限不足' }] }],
      causes: { 'credentials-missing': 'suggests', 'client-refused': 'suggests' },
      says: "the request lacks a login or the page's own signature (wbi)",
      source: 'https://github.com/SocialSisterYi/bilibili-API-collect/blob/master/docs/misc/errcode.md',
    },
    {
      id: 'code-412',
      alone: true,
      when: [
        {
          any: [
            { body: '"code":-412' },
            { text: 'request was banned' },
            { body: '"code":-352' },
            { text: 'The request was rejected because of the bilibili security control policy' },
          ],
        },
      ],
      causes: { 'rate-limited': 'suggests', 'client-refused': 'suggests' },
      says: 'the risk control holds back this client or address',
      source: 'https://github.com/SocialSisterYi/bilibili-API-collect/blob/master/docs/misc/errcode.md',
    },
    {
      id: 'media-referer',
      when: [
        { status: 403 },
        { any: [{ host: 'bilivideo.com' }, { host: 'hdslb.com' }] },
        { not: { sent: 'referer', is: 'bilibili.com' } },
      ],
      causes: { 'origin-rejected': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the media hosts want Referer: https://www.bilibili.com and a fresh link',
      source: 'https://github.com/SocialSisterYi/bilibili-API-collect/blob/master/docs/misc/errcode.md',
    },
  ],
};

export default vendor;
