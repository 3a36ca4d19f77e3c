import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'baidu-ai',
  name: 'Baidu AI Cloud',
  role: 'api',
  present: [{ host: 'aip.baidubce.com' }, { host: 'qianfan.baidubce.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-expired': 24,
        'credentials-missing': 16,
        'credentials-malformed': 8,
      },
      says: 'mostly an access token past its 30 days, or a wrong key',
      source: 'https://cloud.baidu.com/doc/qianfan/index.html',
    },
  ],
};

export default vendor;
