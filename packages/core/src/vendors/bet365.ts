import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bet365',
  name: 'Betting sites',
  role: 'app',
  present: [
    { host: 'bet365.com' },
    { host: 'betfair.com' },
    { host: 'pinnacle.com' },
    { host: 'draftkings.com' },
    { host: 'fanduel.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 46, 'client-refused': 36, 'rate-limited': 4, 'policy-denied': 4 },
      says: 'mostly the region, or the bot wall',
      source: 'https://docs.developer.betfair.com/',
    },
  ],
};

export default vendor;
