import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'weatherapi',
  name: 'WeatherAPI.com',
  role: 'api',
  present: [{ host: 'weatherapi.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 34, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing key',
      source: 'https://www.weatherapi.com/docs/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 36, 'policy-denied': 24, 'rate-limited': 16, 'credentials-invalid': 10 },
      says: "mostly the plan's quota, or a disabled key",
      source: 'https://www.weatherapi.com/docs/',
    },
  ],
};

export default vendor;
