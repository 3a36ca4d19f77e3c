import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jitpack',
  name: 'JitPack',
  role: 'registry',
  present: [{ host: 'jitpack.io' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: [401, 403] }],
      causes: {},
      usual: { 'object-hidden': 60, 'credentials-missing': 25, 'credentials-invalid': 5, 'role-missing': 4 },
      says: 'answers so for an artifact that was not built or does not exist, and for private repositories without a token',
      source: 'https://docs.jitpack.io/private/',
    },
  ],
};

export default vendor;
