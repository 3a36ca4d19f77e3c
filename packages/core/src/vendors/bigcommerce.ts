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
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 62, 'credentials-invalid': 10, 'feature-unavailable': 10, 'role-missing': 6 },
      says: 'mostly the API account lacks a scope',
      source: 'https://developer.bigcommerce.com/docs/start/about/status-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'credentials-missing': 20, 'credentials-malformed': 10 },
      says: 'mostly a token of another store, or one in the wrong header',
      source: 'https://developer.bigcommerce.com/docs/start/about/status-codes',
    },
  ],
};

export default vendor;
