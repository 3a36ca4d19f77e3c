import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'garmin',
  name: 'Garmin Connect',
  role: 'api',
  present: [{ host: 'garmin.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 54, 'ip-refused': 14, 'feature-unavailable': 12, 'credentials-expired': 6 },
      says: 'mostly the bot wall of the login',
      source: 'https://developer.garmin.com/gc-developer-program/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-invalid': 26, 'step-up-required': 10 },
      says: 'mostly a session past its time',
      source: 'https://developer.garmin.com/gc-developer-program/',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { host: 'sso.garmin.com' }],
      causes: {},
      usual: { 'rate-limited': 70, 'ip-refused': 14, 'client-refused': 10 },
      says: 'mostly too many logins from this address',
      source: 'https://developer.garmin.com/gc-developer-program/',
    },
  ],
};

export default vendor;
