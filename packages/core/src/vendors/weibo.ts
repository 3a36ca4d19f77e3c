import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'weibo',
  name: 'Weibo',
  role: 'api',
  present: [{ host: 'weibo.com' }, { host: 'weibo.cn' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { host: 'api.weibo.com' } }],
      causes: {},
      usual: {
        'credentials-missing': 34,
        'client-refused': 24,
        'rate-limited': 18,
        'origin-rejected': 8,
        'ip-refused': 8,
      },
      says: 'mostly no visitor or login cookie',
      source: 'https://open.weibo.com/wiki/Error_code',
    },
    {
      id: 'usual-418',
      when: [{ status: 418 }],
      causes: {},
      usual: { 'rate-limited': 46, 'client-refused': 34, 'ip-refused': 12 },
      says: 'the risk control of the site: too many requests or no cookie',
      source: 'https://open.weibo.com/wiki/Error_code',
    },
    {
      id: 'usual-api',
      when: [{ status: 403 }, { host: 'api.weibo.com' }],
      causes: {},
      usual: {
        'feature-unavailable': 34,
        'scope-insufficient': 20,
        'ip-refused': 14,
        'rate-limited': 14,
        'credentials-expired': 6,
      },
      says: 'mostly the app has no right to this interface',
      source: 'https://open.weibo.com/wiki/Error_code',
    },
  ],
};

export default vendor;
