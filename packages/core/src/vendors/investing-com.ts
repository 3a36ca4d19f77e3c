import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'investing-com',
  name: 'Investing.com',
  role: 'app',
  present: [{ host: 'investing.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 76, 'ip-refused': 10, 'rate-limited': 3 },
      says: 'the bot wall',
      source: 'https://www.investing.com/about-us/terms-and-conditions',
    },
  ],
};

export default vendor;
