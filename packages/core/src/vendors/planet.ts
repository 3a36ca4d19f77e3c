import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'planet',
  name: 'Planet',
  role: 'api',
  present: [{ host: 'api.planet.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 38, 'role-missing': 30, 'not-owner': 8, 'policy-denied': 6 },
      says: 'mostly the area or product is not in the contract',
      source: 'https://developers.planet.com/docs/apis/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 50, 'credentials-missing': 26, 'credentials-malformed': 10 },
      says: 'mostly a wrong key',
      source: 'https://developers.planet.com/docs/apis/',
    },
  ],
};

export default vendor;
