import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pastebins',
  name: 'Pastebin, Gist, Rentry',
  role: 'app',
  present: [{ host: 'pastebin.com' }, { host: 'rentry.co' }, { host: 'hastebin.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }, { not: { host: 'api.pastebin.com' } }],
      causes: {},
      usual: { 'client-refused': 36, 'ip-refused': 32, 'rate-limited': 14, 'policy-denied': 6 },
      says: 'mostly the address is blocked, or the paste is under review',
      source: 'https://pastebin.com/doc_api',
    },
  ],
};

export default vendor;
