import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'coinmarketcap',
  name: 'CoinMarketCap',
  role: 'api',
  present: [{ host: 'coinmarketcap.com' }],
  refusals: [
    {
      id: 'plan',
      alone: true,
      when: [{ text: "Your API Key subscription plan doesn't support this endpoint." }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'CoinMarketCap: the plan does not include this endpoint',
      source: 'https://coinmarketcap.com/api/documentation/v1/',
    },
  ],
};

export default vendor;
