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
      causes: {},
      usual: { 'origin-rejected': 54, 'credentials-expired': 28, 'client-refused': 8, 'ip-refused': 3 },
      says: 'media are served with a Referer of bilibili.com and for a short time',
      source: 'https://github.com/SocialSisterYi/bilibili-API-collect/blob/master/docs/misc/errcode.md',
    },
    {
      id: 'usual-412',
      when: [{ status: 412 }],
      causes: {},
      usual: { 'client-refused': 48, 'rate-limited': 36, 'ip-refused': 12 },
      says: 'the risk control: too many requests, or a client that does not look like a browser',
      source: 'https://github.com/SocialSisterYi/bilibili-API-collect',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.bilibili.com' }],
      causes: {},
      usual: {
        'client-refused': 32,
        'rate-limited': 20,
        'origin-rejected': 14,
        'credentials-missing': 12,
        'ip-refused': 10,
      },
      says: 'mostly a missing signature (WBI), User-Agent, Referer or cookie',
      source: 'https://github.com/SocialSisterYi/bilibili-API-collect',
    },
  ],
};

export default vendor;
