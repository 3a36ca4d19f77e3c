import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'blog-services',
  name: 'Substack, beehiiv, Hashnode, DEV',
  role: 'app',
  present: [
    { host: 'substack.com' },
    { host: 'substackcdn.com' },
    { host: 'beehiiv.com' },
    { host: 'hashnode.com' },
    { host: 'dev.to' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'substack.com' }],
      causes: {},
      usual: { 'client-refused': 44, 'ip-refused': 16, 'credentials-missing': 16, 'rate-limited': 8 },
      says: 'the bot wall',
      source: 'https://developers.forem.com/api',
    },
    {
      id: 'usual-403-dev',
      when: [{ status: 403 }, { host: 'dev.to' }],
      causes: {},
      usual: { 'client-refused': 56, 'ip-refused': 14, 'credentials-invalid': 10, 'rate-limited': 6 },
      says: 'mostly no User-Agent',
      source: 'https://developers.forem.com/api',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'dev.to' }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-missing': 32 },
      says: 'mostly api-key is missing or wrong',
      source: 'https://developers.forem.com/api',
    },
  ],
};

export default vendor;
