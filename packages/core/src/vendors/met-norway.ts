import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'met-norway',
  name: 'MET Norway',
  role: 'api',
  present: [{ host: 'api.met.no' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 78, 'policy-denied': 5, 'rate-limited': 5, 'ip-refused': 4 },
      says: 'mostly the User-Agent is missing or does not name the application',
      source: 'https://api.met.no/doc/TermsOfService',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'rate-limited': 86, 'client-refused': 5, 'ip-refused': 4 },
      says: 'more than twenty requests a second',
      source: 'https://api.met.no/doc/TermsOfService',
    },
  ],
};

export default vendor;
