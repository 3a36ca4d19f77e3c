import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'medium',
  name: 'Medium',
  role: 'app',
  present: [{ host: 'medium.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 62, 'ip-refused': 14, 'rate-limited': 10, 'feature-unavailable': 4 },
      says: 'the bot wall',
      source: 'https://help.medium.com/hc/en-us/articles/213480228-API-Importing',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.medium.com' }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'feature-unavailable': 26, 'credentials-missing': 14 },
      says: 'mostly a wrong token; new tokens are no longer given',
      source: 'https://help.medium.com/hc/en-us/articles/213480228-API-Importing',
    },
  ],
};

export default vendor;
