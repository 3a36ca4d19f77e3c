import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'modrinth',
  name: 'Modrinth',
  role: 'api',
  present: [{ host: 'modrinth.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-missing': 20,
        'scope-insufficient': 20,
        'credentials-expired': 6,
      },
      says: 'mostly a wrong token or one without the scope',
      source: 'https://docs.modrinth.com/api/',
    },
  ],
};

export default vendor;
