import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'vast-ai',
  name: 'Vast.ai',
  role: 'api',
  present: [{ host: 'vast.ai' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 38, 'credentials-invalid': 22, 'role-missing': 12, 'feature-unavailable': 8 },
      says: "mostly the key's permissions",
      source: 'https://docs.vast.ai/api/authentication',
    },
  ],
};

export default vendor;
