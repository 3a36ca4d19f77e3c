import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sncf',
  name: 'SNCF',
  role: 'api',
  present: [{ host: 'api.sncf.com' }, { host: 'navitia.io' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 40, 'credentials-missing': 24, 'credentials-malformed': 20 },
      says: 'mostly the token must be the user name of basic authentication',
      source: 'https://doc.navitia.io/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 36, 'ip-refused': 20, 'role-missing': 18, 'credentials-invalid': 8 },
      says: 'mostly the coverage is not open to this token',
      source: 'https://doc.navitia.io/',
    },
  ],
};

export default vendor;
