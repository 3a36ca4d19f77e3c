import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zillow',
  name: 'Zillow, Redfin, Realtor.com',
  role: 'app',
  present: [
    { host: 'zillow.com' },
    { host: 'redfin.com' },
    { host: 'realtor.com' },
    { host: 'trulia.com' },
    { host: 'rdcpix.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 78, 'ip-refused': 10, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://www.zillowgroup.com/developers/',
    },
  ],
};

export default vendor;
