import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bbc',
  name: 'BBC',
  role: 'app',
  present: [{ host: 'bbc.co.uk' }, { host: 'bbc.com' }, { host: 'bbci.co.uk' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 58, 'credentials-expired': 12, 'client-refused': 10, 'feature-unavailable': 6 },
      says: 'mostly the region',
      source: 'https://www.bbc.co.uk/usingthebbc/terms/',
    },
  ],
};

export default vendor;
