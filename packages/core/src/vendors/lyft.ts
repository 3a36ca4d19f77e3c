import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'lyft',
  name: 'Lyft',
  role: 'api',
  present: [{ host: 'api.lyft.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 40, 'credentials-invalid': 26, 'credentials-missing': 14 },
      says: 'mostly a token past its day',
      source: 'https://developer.lyft.com/docs',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 44, 'scope-insufficient': 24, 'role-missing': 8 },
      says: 'mostly the API is closed to new partners',
      source: 'https://developer.lyft.com/docs',
    },
  ],
};

export default vendor;
