import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'oura',
  name: 'Oura',
  role: 'api',
  present: [{ host: 'api.ouraring.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-expired': 38,
        'credentials-invalid': 30,
        'scope-insufficient': 10,
        'credentials-missing': 10,
      },
      says: 'mostly a token past its time; personal tokens are given no more',
      source: 'https://cloud.ouraring.com/docs/error-handling',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 62, 'scope-insufficient': 14 },
      says: 'mostly no active membership',
      source: 'https://cloud.ouraring.com/docs/error-handling',
    },
  ],
};

export default vendor;
