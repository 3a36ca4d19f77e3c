import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sentinel-hub',
  name: 'Sentinel Hub',
  role: 'api',
  present: [{ host: 'services.sentinel-hub.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 40, 'policy-denied': 16, 'role-missing': 14, 'credentials-invalid': 8 },
      says: "mostly the account's trial is over or the collection is not included",
      source: 'https://docs.sentinel-hub.com/api/latest/api/overview/authentication/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 48, 'credentials-invalid': 26, 'credentials-missing': 12 },
      says: 'mostly a token past its hour',
      source: 'https://docs.sentinel-hub.com/api/latest/api/overview/authentication/',
    },
  ],
};

export default vendor;
