import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'moonshot',
  name: 'Moonshot AI (Kimi)',
  role: 'api',
  present: [{ host: 'api.moonshot.cn' }, { host: 'api.moonshot.ai' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 70, 'credentials-missing': 16, 'credentials-malformed': 5 },
      says: 'mostly a key of the other site (.cn and .ai have keys of their own)',
      source: 'https://platform.moonshot.ai/docs/api/chat',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 38,
        'role-missing': 18,
        'policy-denied': 14,
        'ip-refused': 8,
        'credentials-invalid': 6,
      },
      says: 'mostly the model or account is not open for this',
      source: 'https://platform.moonshot.ai/docs/api/chat',
    },
  ],
};

export default vendor;
