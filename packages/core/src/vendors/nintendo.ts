import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nintendo',
  name: 'Nintendo',
  role: 'api',
  present: [{ host: 'nintendo.net' }, { host: 'nintendo.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'nintendo.net' }],
      causes: {},
      usual: { 'client-refused': 26, 'credentials-expired': 24, 'credentials-invalid': 18, 'policy-denied': 12 },
      says: 'mostly the version of the app, or a token past its hours',
      source: 'https://www.nintendo.com/terms-of-use/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'nintendo.net' }],
      causes: {},
      usual: { 'credentials-expired': 44, 'credentials-invalid': 22, 'client-refused': 12 },
      says: 'mostly a token past its hours',
      source: 'https://www.nintendo.com/terms-of-use/',
    },
  ],
};

export default vendor;
