import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'whoop',
  name: 'WHOOP',
  role: 'api',
  present: [{ host: 'api.prod.whoop.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 52, 'credentials-invalid': 20, 'scope-insufficient': 10 },
      says: 'mostly a token past its hour',
      source: 'https://developer.whoop.com/docs/developing/oauth/',
    },
  ],
};

export default vendor;
