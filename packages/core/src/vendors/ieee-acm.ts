import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ieee-acm',
  name: 'IEEE Xplore and ACM',
  role: 'app',
  present: [{ host: 'ieee.org' }, { host: 'acm.org' }],
  refusals: [
    {
      id: 'usual-418',
      when: [{ status: 418 }, { host: 'ieeexplore.ieee.org' }],
      causes: {},
      usual: { 'client-refused': 72, 'rate-limited': 12, 'ip-refused': 6 },
      says: 'the bot wall',
      source: 'https://developer.ieee.org/docs',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'acm.org' }],
      causes: {},
      usual: { 'client-refused': 66, 'ip-refused': 14, 'rate-limited': 8 },
      says: 'the bot wall',
      source: 'https://developer.ieee.org/docs',
    },
    {
      id: 'usual-403-ieeexploreapi',
      when: [{ status: 403 }, { host: 'ieeexploreapi.ieee.org' }],
      causes: {},
      usual: { 'credentials-invalid': 36, 'feature-unavailable': 28, 'rate-limited': 10 },
      says: 'mostly a key that is not active yet',
      source: 'https://developer.ieee.org/docs',
    },
  ],
};

export default vendor;
