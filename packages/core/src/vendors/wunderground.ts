import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wunderground',
  name: 'Weather Underground',
  role: 'api',
  present: [{ host: 'api.weather.com' }, { host: 'wunderground.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 22, 'policy-denied': 14, 'credentials-expired': 6 },
      says: 'mostly a key without an active station behind it',
      source: 'https://support.weather.com/s/',
    },
  ],
};

export default vendor;
