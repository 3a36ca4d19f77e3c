import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'coingecko',
  name: 'CoinGecko',
  role: 'api',
  present: [{ host: 'api.coingecko.com' }, { host: 'pro-api.coingecko.com' }, { host: 'coingecko.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { host: 'www.coingecko.com' } }],
      causes: {},
      usual: { 'client-refused': 38, 'ip-refused': 26, 'rate-limited': 18, 'credentials-invalid': 6 },
      says: 'mostly the edge refuses the client or the network',
      source: 'https://docs.coingecko.com/docs/common-errors-rate-limit',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 62, 'feature-unavailable': 22, 'credentials-missing': 10 },
      says: 'mostly a demo key at the pro host, or data of a higher plan',
      source: 'https://docs.coingecko.com/docs/common-errors-rate-limit',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'rate-limited': 84, 'ip-refused': 8 },
      says: 'the shared limit of the free host',
      source: 'https://docs.coingecko.com/docs/common-errors-rate-limit',
    },
  ],
};

export default vendor;
