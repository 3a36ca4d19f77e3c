import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'assemblyai',
  name: 'AssemblyAI',
  role: 'api',
  present: [{ host: 'api.assemblyai.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 46,
        'credentials-missing': 20,
        'credentials-malformed': 16,
        'feature-unavailable': 6,
      },
      says: 'mostly a wrong key, sent without the word Bearer',
      source: 'https://www.assemblyai.com/docs/api-reference/overview',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 28, 'credentials-invalid': 26, 'role-missing': 16, 'object-hidden': 12 },
      says: "mostly the account's credit, or another region's host",
      source: 'https://www.assemblyai.com/docs/api-reference/overview',
    },
  ],
};

export default vendor;
