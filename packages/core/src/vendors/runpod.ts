import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'runpod',
  name: 'RunPod',
  role: 'api',
  present: [{ host: 'runpod.ai' }, { host: 'runpod.io' }, { host: 'runpod.net' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 48,
        'credentials-missing': 22,
        'scope-insufficient': 10,
        'credentials-malformed': 6,
      },
      says: 'mostly a wrong or restricted key',
      source: 'https://docs.runpod.io/serverless/endpoints/send-requests',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'runpod.net' }],
      causes: {},
      usual: {
        'client-refused': 24,
        'object-hidden': 20,
        'role-missing': 14,
        'origin-rejected': 12,
        'credentials-missing': 12,
      },
      says: "mostly the pod's own server refuses",
      source: 'https://docs.runpod.io/serverless/endpoints/send-requests',
    },
  ],
};

export default vendor;
