import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dwd',
  name: 'Deutscher Wetterdienst',
  role: 'api',
  present: [{ host: 'dwd.de' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'object-hidden': 34, 'ip-refused': 26, 'client-refused': 22, 'role-missing': 4 },
      says: 'mostly a folder or file that is not there any more',
      source: 'https://opendata.dwd.de/README.txt',
    },
  ],
};

export default vendor;
