import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bigcommerce',
  name: 'BigCommerce',
  role: 'api',
  present: [{ host: 'api.bigcommerce.com' }, { host: 'mybigcommerce.com' }],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ text: "You don't have a required scope to access the endpoint" }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the API account lacks the OAuth scope',
      source: 'https://developer.bigcommerce.com/docs/start/about/status-codes',
    },
  ],
};

export default vendor;
