import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'siliconflow',
  name: 'SiliconFlow',
  role: 'api',
  present: [{ host: 'api.siliconflow.cn' }, { host: 'api.siliconflow.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 54, 'credentials-missing': 22, 'credentials-malformed': 6 },
      says: 'mostly a key of the other site, or none',
      source: 'https://docs.siliconflow.cn/en/faqs/error-code',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'step-up-required': 38, 'feature-unavailable': 32, 'role-missing': 10, 'ip-refused': 4 },
      says: 'mostly the account must verify its identity, or the balance',
      source: 'https://docs.siliconflow.cn/en/faqs/error-code',
    },
  ],
};

export default vendor;
