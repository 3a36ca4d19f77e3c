import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'springer-nature',
  name: 'Springer Nature',
  role: 'api',
  present: [{ host: 'springer.com' }, { host: 'nature.com' }, { host: 'springernature.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.springernature.com' }],
      causes: {},
      usual: { 'feature-unavailable': 36, 'credentials-invalid': 30, 'credentials-missing': 12, 'rate-limited': 8 },
      says: 'mostly a key without this interface',
      source: 'https://dev.springernature.com/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.springernature.com' }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 30, 'feature-unavailable': 6 },
      says: 'mostly a wrong or missing key',
      source: 'https://dev.springernature.com/',
    },
  ],
};

export default vendor;
