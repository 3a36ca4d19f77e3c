import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'xiaohongshu',
  name: 'Xiaohongshu',
  role: 'app',
  present: [{ host: 'xiaohongshu.com' }, { host: 'xhscdn.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'xhscdn.com' }],
      causes: {},
      usual: { 'credentials-expired': 46, 'origin-rejected': 24, 'client-refused': 12, 'object-hidden': 6 },
      says: 'mostly an image address past its time',
      source: 'https://www.xiaohongshu.com/',
    },
    {
      id: 'usual-461',
      when: [{ status: 461 }, { host: 'xiaohongshu.com' }],
      causes: {},
      usual: { 'client-refused': 68, 'rate-limited': 18, 'credentials-missing': 6 },
      says: 'the risk control asks for a slider',
      source: 'https://www.xiaohongshu.com/',
    },
  ],
};

export default vendor;
