import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'duckduckgo',
  name: 'DuckDuckGo',
  role: 'app',
  present: [{ host: 'duckduckgo.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 56, 'rate-limited': 22, 'ip-refused': 12 },
      says: 'the traffic looks automated',
      source: 'https://duckduckgo.com/duckduckgo-help-pages/',
    },
  ],
};

export default vendor;
