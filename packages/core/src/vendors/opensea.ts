import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'opensea',
  name: 'OpenSea',
  role: 'api',
  present: [{ host: 'api.opensea.io' }, { host: 'opensea.io' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { sent: 'x-api-key' } }, { not: { sent: 'authorization' } }],
      causes: {},
      usual: { 'client-refused': 42, 'credentials-missing': 24, 'ip-refused': 14, 'rate-limited': 6 },
      says: 'mostly the edge refuses the client, or no key',
      source: 'https://docs.opensea.io/reference/api-overview',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 56, 'credentials-invalid': 30 },
      says: 'mostly no X-API-KEY',
      source: 'https://docs.opensea.io/reference/api-overview',
    },
  ],
};

export default vendor;
