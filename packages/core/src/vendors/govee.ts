import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'govee',
  name: 'Govee',
  role: 'api',
  present: [{ host: 'govee.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 54, 'credentials-missing': 20, 'credentials-malformed': 8 },
      says: 'mostly a wrong or missing Govee-API-Key',
      source: 'https://developer.govee.com/reference/get-you-devices',
    },
  ],
};

export default vendor;
