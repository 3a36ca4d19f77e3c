import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'midjourney-cdn',
  name: 'Midjourney',
  role: 'app',
  present: [{ host: 'midjourney.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 72, 'ip-refused': 8, 'credentials-missing': 6, 'origin-rejected': 4 },
      says: 'the bot wall',
      source: 'https://docs.midjourney.com/hc/en-us',
    },
  ],
};

export default vendor;
