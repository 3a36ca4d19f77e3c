import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'espn',
  name: 'ESPN',
  role: 'api',
  present: [{ host: 'espn.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 44, 'credentials-missing': 20, 'ip-refused': 14, 'not-owner': 10 },
      says: 'mostly the client program, or a private league without its cookies',
      source: 'https://www.espn.com/static/mobile/terms.html',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'fantasy.espn.com' }],
      causes: {},
      usual: { 'credentials-missing': 62, 'credentials-expired': 14, 'not-owner': 12 },
      says: 'a private league requires the cookies espn_s2 and SWID',
      source: 'https://www.espn.com/static/mobile/terms.html',
    },
  ],
};

export default vendor;
