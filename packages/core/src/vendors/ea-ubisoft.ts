import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ea-ubisoft',
  name: 'EA and Ubisoft',
  role: 'api',
  present: [{ host: 'ea.com' }, { host: 'ubi.com' }, { host: 'ubisoft.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 38, 'credentials-expired': 16, 'ip-refused': 14, 'rate-limited': 10, 'not-owner': 5 },
      says: 'mostly an unofficial client',
      source: 'https://www.ea.com/legal',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-invalid': 22, 'credentials-missing': 12 },
      says: 'mostly a ticket past its time',
      source: 'https://www.ea.com/legal',
    },
  ],
};

export default vendor;
