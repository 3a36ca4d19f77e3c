import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'iex-cloud',
  name: 'IEX Cloud',
  role: 'api',
  present: [{ host: 'iexapis.com' }, { host: 'iex.cloud' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'feature-unavailable': 40 },
      says: 'mostly a sandbox token at the live host, or a service that has ended',
      source: 'https://iexcloud.io/docs/',
    },
  ],
};

export default vendor;
