import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'polygon-io',
  name: 'Polygon (Massive)',
  role: 'api',
  present: [{ host: 'api.polygon.io' }, { host: 'api.massive.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 76, 'credentials-invalid': 5 },
      says: 'the plan does not include these data or this age of them',
      source: 'https://polygon.io/docs',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 36, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing key',
      source: 'https://polygon.io/docs',
    },
  ],
};

export default vendor;
