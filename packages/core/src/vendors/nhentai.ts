import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nhentai',
  name: 'nhentai',
  role: 'app',
  present: [{ host: 'nhentai.net' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 78, 'ip-refused': 10, 'credentials-expired': 4 },
      says: 'the bot wall: cookie and User-Agent must be those of the browser that passed',
      source: 'https://nhentai.net/info/',
    },
  ],
};

export default vendor;
