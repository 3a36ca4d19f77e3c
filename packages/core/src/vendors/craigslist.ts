import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'craigslist',
  name: 'Craigslist',
  role: 'app',
  present: [{ host: 'craigslist.org' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 60, 'client-refused': 20, 'rate-limited': 12 },
      says: 'the address is blocked',
      source: 'https://www.craigslist.org/about/terms.of.use',
    },
  ],
};

export default vendor;
