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
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 64, 'credentials-invalid': 10, 'client-refused': 8, 'ip-refused': 6 },
      says: 'mostly the endpoint is not in the plan',
      source: 'https://coinmarketcap.com/api/documentation/v1/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 68, 'credentials-missing': 20 },
      says: 'mostly a sandbox key at the pro host, or none',
      source: 'https://coinmarketcap.com/api/documentation/v1/',
    },
  ],
};

export default vendor;
