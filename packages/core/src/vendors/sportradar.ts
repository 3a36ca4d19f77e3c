import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sportradar',
  name: 'Sportradar',
  role: 'api',
  present: [{ host: 'sportradar.com' }, { host: 'sportradar.us' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 44, 'credentials-invalid': 30, 'rate-limited': 8, 'credentials-expired': 8 },
      says: 'mostly the trial does not include this API, or the access level in the path',
      source: 'https://developer.sportradar.com/getting-started/docs/get-started',
    },
  ],
};

export default vendor;
