import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aleph-alpha',
  name: 'Aleph Alpha',
  role: 'api',
  present: [{ host: 'api.aleph-alpha.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 18, 'credentials-expired': 14 },
      says: 'mostly a revoked token',
      source: 'https://docs.aleph-alpha.com/',
    },
  ],
};

export default vendor;
