import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ryanair',
  name: 'Ryanair',
  role: 'app',
  present: [{ host: 'ryanair.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 62, 'ip-refused': 14, 'credentials-missing': 6, 'rate-limited': 6 },
      says: 'the bot wall',
      source: 'https://www.ryanair.com/gb/en/corporate/terms-of-use',
    },
    {
      id: 'usual-409',
      when: [{ status: 409 }],
      causes: {},
      usual: { 'client-refused': 72, 'credentials-missing': 8 },
      says: 'the bot wall: headers or cookies of the site are missing',
      source: 'https://www.ryanair.com/gb/en/corporate/terms-of-use',
    },
  ],
};

export default vendor;
