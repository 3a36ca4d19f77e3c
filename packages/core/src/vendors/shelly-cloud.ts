import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'shelly-cloud',
  name: 'Shelly Cloud',
  role: 'api',
  present: [{ host: 'shelly.cloud' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 68, 'credentials-expired': 10 },
      says: "mostly a key that changed with the password, or another server's host",
      source: 'https://shelly-api-docs.shelly.cloud/cloud-control-api/',
    },
  ],
};

export default vendor;
