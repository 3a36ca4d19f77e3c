import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'accuweather',
  name: 'AccuWeather',
  role: 'api',
  present: [{ host: 'accuweather.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'dataservice.accuweather.com' }],
      causes: {},
      usual: { 'feature-unavailable': 50, 'rate-limited': 16, 'credentials-invalid': 14 },
      says: 'mostly an endpoint outside the package',
      source: 'https://developer.accuweather.com/documentation',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'dataservice.accuweather.com' }],
      causes: {},
      usual: { 'credentials-invalid': 58, 'credentials-missing': 26 },
      says: 'mostly a wrong key',
      source: 'https://developer.accuweather.com/documentation',
    },
    {
      id: 'usual-403-www',
      when: [{ status: 403 }, { host: 'www.accuweather.com' }],
      causes: {},
      usual: { 'client-refused': 70, 'ip-refused': 16, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://developer.accuweather.com/documentation',
    },
  ],
};

export default vendor;
