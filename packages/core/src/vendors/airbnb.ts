import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'airbnb',
  name: 'Airbnb',
  role: 'app',
  present: [{ host: 'airbnb.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 58, 'ip-refused': 14, 'credentials-missing': 10, 'rate-limited': 8 },
      says: 'the bot wall, or a missing X-Airbnb-API-Key',
      source: 'https://www.airbnb.com/terms',
    },
  ],
};

export default vendor;
