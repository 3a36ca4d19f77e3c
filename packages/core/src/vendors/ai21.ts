import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ai21',
  name: 'AI21',
  role: 'api',
  present: [{ host: 'api.ai21.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 28, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing key',
      source: 'https://docs.ai21.com/reference/api-authentication',
    },
  ],
};

export default vendor;
