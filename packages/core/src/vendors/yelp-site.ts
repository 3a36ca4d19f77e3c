import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'yelp-site',
  name: 'Yelp (site)',
  role: 'app',
  present: [{ host: /^(www|m)\.yelp\.[a-z.]{2,6}$/ }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 62, 'ip-refused': 22, 'rate-limited': 6 },
      says: 'the bot wall',
      source: 'https://www.yelp.com/robots.txt',
    },
    {
      id: 'usual-503',
      when: [{ status: 503 }],
      causes: {},
      usual: { 'ip-refused': 60, 'client-refused': 26, 'rate-limited': 8 },
      says: 'the address is blocked',
      source: 'https://www.yelp.com/robots.txt',
    },
  ],
};

export default vendor;
