import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'smartcar',
  name: 'Smartcar',
  role: 'api',
  present: [{ host: 'api.smartcar.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 56, 'not-owner': 12, 'feature-unavailable': 12 },
      says: 'mostly a permission that the owner did not give',
      source: 'https://smartcar.com/docs/errors/overview',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 54, 'credentials-invalid': 20, 'credentials-missing': 10 },
      says: 'mostly a token past its two hours',
      source: 'https://smartcar.com/docs/errors/overview',
    },
  ],
};

export default vendor;
