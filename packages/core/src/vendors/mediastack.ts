import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mediastack',
  name: 'Mediastack and Currents',
  role: 'api',
  present: [{ host: 'currentsapi.services' }, { host: 'newsdata.io' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 50, 'credentials-missing': 32, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing key',
      source: 'https://newsdata.io/documentation',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 36, 'origin-rejected': 16, 'ip-refused': 14, 'rate-limited': 14 },
      says: 'mostly the plan, or a page of another site asks',
      source: 'https://newsdata.io/documentation',
    },
  ],
};

export default vendor;
