import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'meross',
  name: 'Meross',
  role: 'api',
  present: [{ host: 'meross.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 42, 'step-up-required': 20, 'credentials-expired': 20 },
      says: "mostly another region's host, or a second factor",
      source: 'https://www.meross.com/en-gc/support',
    },
  ],
};

export default vendor;
