import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'walmart',
  name: 'Walmart',
  role: 'api',
  present: [{ host: 'walmart.com' }, { host: 'walmartapis.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'walmartapis.com' }],
      causes: {},
      usual: {
        'credentials-expired': 32,
        'credentials-invalid': 32,
        'credentials-malformed': 14,
        'credentials-missing': 8,
      },
      says: 'mostly the token in WM_SEC.ACCESS_TOKEN, past its 15 minutes',
      source: 'https://developer.walmart.com/doc/us/mp/us-mp-auth/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'walmartapis.com' }],
      causes: {},
      usual: { 'role-missing': 34, 'policy-denied': 22, 'credentials-invalid': 22 },
      says: 'mostly the delegated access of the app',
      source: 'https://developer.walmart.com/doc/us/mp/us-mp-auth/',
    },
    {
      id: 'usual-403-www',
      when: [{ status: 403 }, { host: 'www.walmart.com' }],
      causes: {},
      usual: { 'client-refused': 78, 'ip-refused': 8, 'rate-limited': 3 },
      says: 'the bot wall',
      source: 'https://developer.walmart.com/doc/us/mp/us-mp-auth/',
    },
    {
      id: 'usual-412',
      when: [{ status: 412 }, { host: 'www.walmart.com' }],
      causes: {},
      usual: { 'client-refused': 86, 'ip-refused': 6, 'credentials-missing': 2 },
      says: 'the bot wall',
      source: 'https://developer.walmart.com/doc/us/mp/us-mp-auth/',
    },
  ],
};

export default vendor;
