import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bloomberg',
  name: 'Bloomberg (site)',
  role: 'app',
  present: [{ host: 'bloomberg.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 80, 'ip-refused': 8, 'credentials-missing': 4 },
      says: 'the bot wall',
      source: 'https://www.bloomberg.com/notices/tos/',
    },
  ],
};

export default vendor;
