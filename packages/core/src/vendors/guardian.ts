import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'guardian',
  name: 'The Guardian',
  role: 'api',
  present: [{ host: 'content.guardianapis.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 30, 'policy-denied': 4 },
      says: 'mostly a wrong or missing key',
      source: 'https://open-platform.theguardian.com/documentation/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 52, 'credentials-invalid': 14, 'role-missing': 8 },
      says: 'mostly a developer key asks for content of the commercial tier',
      source: 'https://open-platform.theguardian.com/documentation/',
    },
  ],
};

export default vendor;
