import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bing-site',
  name: 'Bing (search pages)',
  role: 'app',
  present: [{ host: 'www.bing.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 56, 'ip-refused': 22, 'rate-limited': 12 },
      says: 'the traffic looks automated',
      source: 'https://www.bing.com/webmasters/help/webmasters-guidelines-30fba23a',
    },
  ],
};

export default vendor;
