import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nasdaq-site',
  name: "Nasdaq and exchanges' sites",
  role: 'app',
  present: [{ host: 'api.nasdaq.com' }, { host: 'www.nasdaq.com' }, { host: 'nseindia.com' }, { host: 'bseindia.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 56, 'ip-refused': 20, 'credentials-missing': 8, 'rate-limited': 5 },
      says: 'mostly headers or cookies of a browser are missing',
      source: 'https://www.nasdaq.com/legal',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'nseindia.com' }],
      causes: {},
      usual: { 'credentials-missing': 48, 'client-refused': 28, 'ip-refused': 10 },
      says: 'mostly the cookies of the home page are missing',
      source: 'https://www.nasdaq.com/legal',
    },
  ],
};

export default vendor;
