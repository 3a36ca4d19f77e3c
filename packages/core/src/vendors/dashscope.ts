import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dashscope',
  name: 'Alibaba Model Studio',
  role: 'api',
  present: [{ host: 'dashscope.aliyuncs.com' }, { host: 'dashscope-intl.aliyuncs.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 70, 'credentials-missing': 14, 'credentials-malformed': 5 },
      says: 'mostly a key of the other region (international and mainland)',
      source: 'https://www.alibabacloud.com/help/en/model-studio/error-code',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 44, 'role-missing': 18, 'policy-denied': 14, 'credentials-invalid': 6 },
      says: 'mostly the model was not activated, or the free quota is over',
      source: 'https://www.alibabacloud.com/help/en/model-studio/error-code',
    },
  ],
};

export default vendor;
