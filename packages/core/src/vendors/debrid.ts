import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'debrid',
  name: 'Real-Debrid, AllDebrid, Premiumize',
  role: 'api',
  present: [{ host: 'real-debrid.com' }, { host: 'alldebrid.com' }, { host: 'premiumize.me' }, { host: 'torbox.app' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 38, 'feature-unavailable': 22, 'credentials-invalid': 12, 'policy-denied': 12 },
      says: 'mostly an address of a data centre, or an account that is over',
      source: 'https://api.real-debrid.com/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-expired': 26, 'credentials-missing': 10 },
      says: 'mostly a wrong or expired token',
      source: 'https://api.real-debrid.com/',
    },
  ],
};

export default vendor;
