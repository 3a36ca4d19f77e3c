import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wsj',
  name: 'Wall Street Journal and Dow Jones',
  role: 'app',
  present: [{ host: 'wsj.com' }, { host: 'marketwatch.com' }, { host: 'barrons.com' }, { host: 'dowjones.io' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: [403, 401] }],
      causes: {},
      usual: { 'client-refused': 68, 'feature-unavailable': 9, 'ip-refused': 9, 'credentials-missing': 5 },
      says: 'the bot wall',
      source: 'https://www.dowjones.com/terms-of-use/',
    },
  ],
};

export default vendor;
