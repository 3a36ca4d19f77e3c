import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'reuters',
  name: 'Reuters',
  role: 'app',
  present: [{ host: 'reuters.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: [403, 401] }],
      causes: {},
      usual: { 'client-refused': 76, 'ip-refused': 11, 'credentials-missing': 5 },
      says: 'the bot wall, often told as a missing login',
      source: 'https://www.reuters.com/info-pages/terms-of-use/',
    },
  ],
};

export default vendor;
