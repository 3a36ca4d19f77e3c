import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ecobee',
  name: 'ecobee',
  role: 'api',
  present: [{ host: 'api.ecobee.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 52, 'credentials-invalid': 26, 'feature-unavailable': 8 },
      says: 'mostly a token past its hour',
      source: 'https://www.ecobee.com/home/developer/api/documentation/v1/auth/auth-intro.shtml',
    },
  ],
};

export default vendor;
