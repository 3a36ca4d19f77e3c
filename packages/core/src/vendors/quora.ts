import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'quora',
  name: 'Quora',
  role: 'app',
  present: [{ host: 'quora.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 72, 'ip-refused': 12, 'credentials-missing': 6, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://www.quora.com/about/tos',
    },
  ],
};

export default vendor;
