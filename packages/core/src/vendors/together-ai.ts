import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'together-ai',
  name: 'Together AI',
  role: 'api',
  present: [{ host: 'api.together.xyz' }, { host: 'api.together.ai' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 24, 'credentials-malformed': 6, 'policy-denied': 4 },
      says: 'mostly a wrong or missing key',
      source: 'https://docs.together.ai/docs/error-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'client-refused': 30,
        'feature-unavailable': 20,
        'content-rejected': 14,
        'ip-refused': 14,
        'role-missing': 8,
      },
      says: 'mostly the edge refuses the client, or the input is too long for the model',
      source: 'https://docs.together.ai/docs/error-codes',
    },
  ],
};

export default vendor;
