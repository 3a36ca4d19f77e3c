import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'usgs',
  name: 'USGS',
  role: 'api',
  present: [{ host: 'usgs.gov' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'role-missing': 34,
        'client-refused': 20,
        'ip-refused': 16,
        'credentials-expired': 10,
        'credentials-invalid': 8,
      },
      says: 'mostly machine access was not requested, or the edge',
      source: 'https://m2m.cr.usgs.gov/api/docs/json/',
    },
  ],
};

export default vendor;
