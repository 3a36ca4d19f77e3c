import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'runway',
  name: 'Runway',
  role: 'api',
  present: [{ host: 'api.dev.runwayml.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'credentials-missing': 18, 'credentials-malformed': 10 },
      says: 'mostly a key of the app in place of the developer portal',
      source: 'https://docs.dev.runwayml.com/errors/errors/',
    },
  ],
};

export default vendor;
