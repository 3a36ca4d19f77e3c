import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'transfermarkt',
  name: 'Transfermarkt',
  role: 'app',
  present: [{ host: 'transfermarkt.com' }, { host: 'transfermarkt.de' }, { host: 'transfermarkt.co.uk' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 66, 'ip-refused': 14, 'rate-limited': 8 },
      says: 'mostly no browser User-Agent',
      source: 'https://www.transfermarkt.com/intern/anb',
    },
  ],
};

export default vendor;
