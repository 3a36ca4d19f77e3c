import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fred',
  name: 'FRED',
  role: 'api',
  present: [{ host: 'stlouisfed.org' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 52, 'ip-refused': 18, 'credentials-invalid': 10, 'rate-limited': 8 },
      says: 'mostly the edge refuses the client program',
      source: 'https://fred.stlouisfed.org/docs/api/fred/errors.html',
    },
    {
      id: 'usual-400',
      when: [{ status: 400 }, { host: 'api.stlouisfed.org' }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 30, 'credentials-malformed': 14 },
      says: 'mostly a key that is not 32 small letters and figures',
      source: 'https://fred.stlouisfed.org/docs/api/fred/errors.html',
    },
  ],
};

export default vendor;
