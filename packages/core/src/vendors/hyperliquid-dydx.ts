import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hyperliquid-dydx',
  name: 'Polymarket, Hyperliquid, dYdX',
  role: 'api',
  present: [{ host: 'polymarket.com' }, { host: 'hyperliquid.xyz' }, { host: 'dydx.trade' }, { host: 'dydx.exchange' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 60, 'client-refused': 22, 'rate-limited': 6 },
      says: 'mostly the country is not served',
      source: 'https://docs.polymarket.com/',
    },
  ],
};

export default vendor;
