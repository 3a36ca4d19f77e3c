import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'withings',
  name: 'Withings',
  role: 'api',
  present: [{ host: 'wbsapi.withings.net' }, { host: 'withings.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 48, 'credentials-invalid': 24, 'credentials-missing': 12 },
      says: 'mostly a token past its three hours',
      source: 'https://developer.withings.com/api-reference/',
    },
  ],
};

export default vendor;
