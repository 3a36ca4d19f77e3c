import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'alicdn',
  name: 'Alibaba CDN',
  role: 'cdn',
  present: [{ host: 'alicdn.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'origin-rejected': 50,
        'object-hidden': 16,
        'client-refused': 12,
        'ip-refused': 10,
        'credentials-expired': 6,
      },
      says: 'mostly a Referer of another site',
      source:
        'https://www.alibabacloud.com/help/en/cdn/user-guide/configure-a-referer-whitelist-or-blacklist-to-enable-hotlink-protection',
    },
    {
      id: 'usual-420',
      when: [{ status: 420 }],
      causes: {},
      usual: { 'object-hidden': 30, 'client-refused': 30, 'rate-limited': 24 },
      says: 'mostly an image size that is not served',
      source:
        'https://www.alibabacloud.com/help/en/cdn/user-guide/configure-a-referer-whitelist-or-blacklist-to-enable-hotlink-protection',
    },
  ],
};

export default vendor;
