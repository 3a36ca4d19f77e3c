import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'claude-site',
  name: 'Claude (site)',
  role: 'app',
  present: [{ host: 'claude.ai' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 50, 'ip-refused': 22, 'credentials-expired': 10, 'policy-denied': 6 },
      says: 'the bot wall, or the country',
      source: 'https://support.anthropic.com/en/',
    },
  ],
};

export default vendor;
