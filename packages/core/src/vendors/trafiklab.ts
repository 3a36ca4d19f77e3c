import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'trafiklab',
  name: 'Trafiklab',
  role: 'api',
  present: [{ host: 'trafiklab.se' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 42, 'feature-unavailable': 26, 'credentials-missing': 16 },
      says: 'mostly a key of another API',
      source: 'https://www.trafiklab.se/api/',
    },
  ],
};

export default vendor;
