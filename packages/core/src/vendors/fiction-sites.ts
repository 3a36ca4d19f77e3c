import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fiction-sites',
  name: 'Fan fiction and web novel sites',
  role: 'app',
  present: [
    { host: 'fanfiction.net' },
    { host: 'archiveofourown.org' },
    { host: 'wattpad.com' },
    { host: 'royalroad.com' },
    { host: 'webnovel.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 72, 'ip-refused': 10, 'credentials-missing': 5, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://archiveofourown.org/tos_faq',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { host: 'archiveofourown.org' }],
      causes: {},
      usual: { 'rate-limited': 88, 'ip-refused': 4, 'client-refused': 4 },
      says: 'too many requests',
      source: 'https://archiveofourown.org/tos_faq',
    },
  ],
};

export default vendor;
