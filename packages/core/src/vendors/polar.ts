import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'polar',
  name: 'Polar AccessLink',
  role: 'api',
  present: [{ host: 'polaraccesslink.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'policy-denied': 36, 'not-owner': 18, 'scope-insufficient': 14, 'credentials-invalid': 10 },
      says: 'mostly the user was not registered, or has not accepted the terms',
      source: 'https://www.polar.com/accesslink-api/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-missing': 22, 'credentials-expired': 12 },
      says: 'mostly a wrong token',
      source: 'https://www.polar.com/accesslink-api/',
    },
  ],
};

export default vendor;
