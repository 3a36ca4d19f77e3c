import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tfl',
  name: 'Transport for London',
  role: 'api',
  present: [{ host: 'api.tfl.gov.uk' }],
  refusals: [
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'rate-limited': 74, 'credentials-missing': 18 },
      says: 'mostly no app_key: anonymous callers share a small limit',
      source: 'https://api-portal.tfl.gov.uk/faq',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 36, 'ip-refused': 24, 'credentials-invalid': 14 },
      says: 'mostly the edge refuses the client',
      source: 'https://api-portal.tfl.gov.uk/faq',
    },
  ],
};

export default vendor;
