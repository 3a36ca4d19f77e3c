import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'acoustid',
  name: 'AcoustID',
  role: 'api',
  present: [{ host: 'acoustid.org' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 400 }],
      causes: {},
      usual: { 'credentials-invalid': 62, 'credentials-missing': 14, 'feature-unavailable': 8 },
      says: 'mostly a wrong application key',
      source: 'https://acoustid.org/webservice',
    },
  ],
};

export default vendor;
