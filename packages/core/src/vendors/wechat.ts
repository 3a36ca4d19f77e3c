import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wechat',
  name: 'WeChat',
  role: 'api',
  present: [
    { host: 'api.weixin.qq.com' },
    { host: 'qyapi.weixin.qq.com' },
    { host: 'api.mch.weixin.qq.com' },
    { body: /"errcode": ?(?:4[0-9]{4}|6[0-9]{4})\b/ },
  ],
  refusals: [
    {
      id: 'ip',
      when: [
        {
          any: [
            { code: '40164' },
            { text: /invalid ip .{1,80},? not in whitelist/ },
            { code: '60020' },
            { text: 'not allow to access from your ip' },
          ],
        },
      ],
      causes: { 'ip-refused': 'proves' },
      says: "the address is not on the account's list",
      fix: { who: 'api-owner', text: 'add the address to the IP list of the account' },
      source: 'https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html',
    },
    {
      id: 'token',
      alone: true,
      when: [
        { any: [{ code: '40001' }, { code: '40014' }] },
        { any: [{ text: 'access_token' }, { text: 'invalid credential' }, { body: 'access_token' }] },
      ],
      causes: { 'credentials-invalid': 'proves', 'credentials-expired': 'suggests' },
      says: 'the access_token is wrong, or replaced by a newer one',
      source: 'https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ code: '42001' }, { body: '"errcode"' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access_token is past its time',
      source: 'https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html',
    },
    {
      id: 'api-unauthorized',
      alone: true,
      when: [{ any: [{ code: '48001' }, { text: 'api unauthorized' }] }, { body: '"errcode"' }],
      causes: { 'feature-unavailable': 'proves' },
      says: "the account's kind or verification does not include this API",
      source: 'https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html',
    },
    {
      id: 'quota',
      when: [{ any: [{ code: '45009' }, { text: 'reach max api daily quota limit' }] }],
      causes: { 'rate-limited': 'proves' },
      says: 'the daily quota of this API is used up',
      source: 'https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.weixin.qq.com' }],
      causes: {},
      usual: { 'ip-refused': 44, 'credentials-invalid': 14, 'feature-unavailable': 14, 'policy-denied': 10 },
      says: 'mostly the address is not on the list',
      source: 'https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.mch.weixin.qq.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-malformed': 22,
        'credentials-expired': 14,
        'credentials-missing': 8,
      },
      says: 'mostly the signature: certificate serial number, key or message',
      source: 'https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html',
    },
  ],
};

export default vendor;
