import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'stackexchange',
  name: 'Stack Exchange',
  role: 'api',
  present: [
    { host: 'api.stackexchange.com' },
    { host: 'stackoverflow.com' },
    { host: 'stackexchange.com' },
    { host: 'superuser.com' },
    { host: 'serverfault.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { host: 'api.stackexchange.com' } }],
      causes: {},
      usual: { 'client-refused': 60, 'ip-refused': 20, 'rate-limited': 12 },
      says: 'the bot wall',
      source: 'https://api.stackexchange.com/docs/throttle',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'rate-limited': 76, 'ip-refused': 10, 'client-refused': 8 },
      says: 'too many requests from this address',
      source: 'https://api.stackexchange.com/docs/throttle',
    },
  ],
};

export default vendor;
