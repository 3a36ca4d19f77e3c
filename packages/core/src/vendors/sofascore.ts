import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sofascore',
  name: 'Sofascore',
  role: 'api',
  present: [{ host: 'sofascore.com' }, { host: 'sofascore.app' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 66, 'ip-refused': 16, 'origin-rejected': 4, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://www.sofascore.com/terms-and-conditions',
    },
  ],
};

export default vendor;
