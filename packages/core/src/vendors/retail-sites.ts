import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'retail-sites',
  name: 'Best Buy, Target, Home Depot, Costco (sites)',
  role: 'app',
  present: [
    { host: 'bestbuy.com' },
    { host: 'target.com' },
    { host: 'homedepot.com' },
    { host: 'costco.com' },
    { host: 'lowes.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { host: 'api.bestbuy.com' } }],
      causes: {},
      usual: { 'client-refused': 66, 'ip-refused': 22, 'rate-limited': 3 },
      says: 'the bot wall; networks outside the country are refused',
      source: 'https://developer.bestbuy.com/documentation',
    },
    {
      id: 'usual-api',
      when: [{ status: 403 }, { host: 'api.bestbuy.com' }],
      causes: {},
      usual: { 'rate-limited': 34, 'credentials-invalid': 26, 'feature-unavailable': 14, 'credentials-malformed': 10 },
      says: 'mostly more than five requests a second, or a wrong key',
      source: 'https://developer.bestbuy.com/documentation',
    },
  ],
};

export default vendor;
