import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'archive-org',
  name: 'Internet Archive',
  role: 'api',
  present: [{ host: 'archive.org' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'archive.org' }, { path: '/download/' }],
      causes: {},
      usual: { 'credentials-missing': 40, 'policy-denied': 34, 'object-hidden': 10, 'ip-refused': 4 },
      says: 'mostly a lending or restricted item, or no login',
      source: 'https://archive.org/developers/',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { host: 'archive.org' }],
      causes: {},
      usual: { 'rate-limited': 84, 'ip-refused': 6, 'client-refused': 4 },
      says: 'too many requests from this address',
      source: 'https://archive.org/developers/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'archive.org' }, { path: '/download/' }],
      causes: {},
      usual: { 'credentials-missing': 66, 'policy-denied': 14, 'role-missing': 6 },
      says: 'a restricted item',
      source: 'https://archive.org/developers/',
    },
  ],
};

export default vendor;
