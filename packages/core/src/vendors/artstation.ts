import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'artstation',
  name: 'ArtStation',
  role: 'app',
  present: [{ host: 'artstation.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 76, 'ip-refused': 10, 'credentials-expired': 4, 'origin-rejected': 3 },
      says: 'the bot wall',
      source: 'https://www.artstation.com/tos',
    },
  ],
};

export default vendor;
