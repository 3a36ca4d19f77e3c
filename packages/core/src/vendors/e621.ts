import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'e621',
  name: 'e621',
  role: 'api',
  present: [{ host: 'e621.net' }, { host: 'e926.net' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 62, 'policy-denied': 14, 'credentials-missing': 8, 'ip-refused': 6 },
      says: 'mostly a User-Agent that does not name the project',
      source: 'https://e621.net/help/api',
    },
  ],
};

export default vendor;
