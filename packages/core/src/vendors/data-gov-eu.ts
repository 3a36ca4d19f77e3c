import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'data-gov-eu',
  name: 'Open data portals',
  role: 'api',
  present: [
    { host: 'data.gouv.fr' },
    { host: 'data.gov.uk' },
    { host: 'data.europa.eu' },
    { host: 'govdata.de' },
    { host: 'data.gov.in' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 34, 'ip-refused': 20, 'role-missing': 18, 'credentials-missing': 10 },
      says: 'mostly the edge refuses the client, or a key for writing',
      source: 'https://doc.data.gouv.fr/',
    },
  ],
};

export default vendor;
