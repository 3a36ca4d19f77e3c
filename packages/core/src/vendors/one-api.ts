import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'one-api',
  name: 'One API / New API',
  role: 'gateway',
  present: [
    { body: 'new_api_error' },
    { body: 'one_api_error' },
    { header: 'x-oneapi-request-id' },
    { header: 'x-new-api-version' },
  ],
  refusals: [
    {
      id: 'quota',
      alone: true,
      when: [
        {
          any: [
            { body: 'insufficient_user_quota' },
            { body: 'pre_consume_token_quota_failed' },
            { text: '用户额度不足' },
            { text: '预扣费额度失败' },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'suggests', 'rate-limited': 'suggests' },
      says: "the user's or token's quota at the gateway is used up",
      source: 'https://github.com/songquanpeng/one-api/blob/main/middleware/auth.go',
    },
    {
      id: 'token',
      alone: true,
      when: [
        { any: [{ text: '无效的令牌' }, { text: '该令牌状态不可用' }, { text: '未提供令牌' }] },
        { not: { text: '该令牌已过期' } },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: "the gateway's token is unknown or switched off",
      source: 'https://github.com/songquanpeng/one-api/blob/main/middleware/auth.go',
    },
    {
      id: 'expired',
      alone: true,
      when: [{ text: '该令牌已过期' }],
      causes: { 'credentials-expired': 'proves' },
      says: "the gateway's token is past its time",
      source: 'https://github.com/songquanpeng/one-api/blob/main/middleware/auth.go',
    },
    {
      id: 'model',
      alone: true,
      when: [{ any: [{ text: '该令牌无权使用模型' }, { text: '该令牌无权访问模型' }] }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints' },
      says: 'the token may not use this model',
      source: 'https://github.com/songquanpeng/one-api/blob/main/middleware/auth.go',
    },
    {
      id: 'address',
      alone: true,
      when: [{ any: [{ text: '该令牌只能在指定网段使用' }, { text: '您的 IP 不在令牌允许访问的列表中' }] }],
      causes: { 'ip-refused': 'proves' },
      says: 'the token may be used from other addresses only',
      source: 'https://github.com/songquanpeng/one-api/blob/main/middleware/auth.go',
    },
  ],
};

export default vendor;
