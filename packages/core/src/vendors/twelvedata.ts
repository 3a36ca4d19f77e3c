import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'twelvedata',
  name: 'Twelve Data',
  role: 'api',
  present: [{ host: 'api.twelvedata.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 62, 'credentials-invalid': 14 },
      says: 'the plan does not include this',
      source: 'https://twelvedata.com/docs',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 32 },
      says: 'mostly a wrong or missing key',
      source: 'https://twelvedata.com/docs',
    },
  ],
};

export default vendor;
