import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'visual-crossing',
  name: 'Visual Crossing',
  role: 'api',
  present: [{ host: 'weather.visualcrossing.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 50, 'credentials-missing': 22, 'feature-unavailable': 12, 'policy-denied': 6 },
      says: 'mostly a wrong key, or a feature outside the plan',
      source: 'https://www.visualcrossing.com/resources/documentation/weather-api/',
    },
  ],
};

export default vendor;
