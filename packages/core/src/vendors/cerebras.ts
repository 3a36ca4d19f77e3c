import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cerebras',
  name: 'Cerebras',
  role: 'api',
  present: [{ host: 'api.cerebras.ai' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 50, 'credentials-missing': 28, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing key',
      source: 'https://inference-docs.cerebras.ai/support/error',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 38, 'ip-refused': 24, 'feature-unavailable': 14, 'credentials-invalid': 8 },
      says: 'mostly the edge refuses the client (its User-Agent)',
      source: 'https://inference-docs.cerebras.ai/support/error',
    },
  ],
};

export default vendor;
