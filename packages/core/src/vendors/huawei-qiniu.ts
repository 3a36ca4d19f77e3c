import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'huawei-qiniu',
  name: 'Huawei OBS, Qiniu, Upyun, Kingsoft',
  role: 'storage',
  present: [
    { host: 'myhuaweicloud.com' },
    { host: 'qiniucdn.com' },
    { host: 'qbox.me' },
    { host: 'clouddn.com' },
    { host: 'qnssl.com' },
    { host: 'upaiyun.com' },
    { host: 'ksyuncs.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'origin-rejected': 30,
        'credentials-expired': 20,
        'role-missing': 16,
        'ip-refused': 8,
        'object-hidden': 8,
        'policy-denied': 5,
      },
      says: 'mostly the hotlink list, or a signed address past its time',
      source: 'https://developer.qiniu.com/kodo/3928/error-responses',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 38, 'credentials-expired': 28, 'credentials-missing': 20 },
      says: 'mostly a download or upload token past its time or wrong',
      source: 'https://developer.qiniu.com/kodo/3928/error-responses',
    },
  ],
};

export default vendor;
