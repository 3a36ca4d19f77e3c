import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zhipu',
  name: 'Zhipu AI (Z.ai)',
  role: 'api',
  present: [{ host: 'open.bigmodel.cn' }, { host: 'api.z.ai' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 60, 'credentials-expired': 14, 'credentials-missing': 12 },
      says: "mostly a wrong key, a token past its time or the other site's host",
      source: 'https://docs.z.ai/api-reference/api-code',
    },
  ],
};

export default vendor;
