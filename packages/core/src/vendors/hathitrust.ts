import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hathitrust',
  name: 'HathiTrust',
  role: 'app',
  present: [{ host: 'hathitrust.org' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 40, 'ip-refused': 24, 'policy-denied': 14, 'credentials-missing': 8 },
      says: 'mostly the bot wall, or the work is only open in its country',
      source: 'https://www.hathitrust.org/help_copyright',
    },
  ],
};

export default vendor;
