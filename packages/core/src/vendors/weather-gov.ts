import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'weather-gov',
  name: 'US National Weather Service',
  role: 'api',
  present: [{ host: 'api.weather.gov' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 72, 'ip-refused': 12, 'rate-limited': 8 },
      says: 'mostly no User-Agent',
      source: 'https://www.weather.gov/documentation/services-web-api',
    },
  ],
};

export default vendor;
