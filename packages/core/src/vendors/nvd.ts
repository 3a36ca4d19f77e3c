import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nvd',
  name: 'National Vulnerability Database',
  role: 'api',
  present: [{ host: 'services.nvd.nist.gov' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'rate-limited': 66, 'credentials-invalid': 14, 'ip-refused': 6, 'client-refused': 4 },
      says: 'mostly more than five requests in half a minute without a key',
      source: 'https://nvd.nist.gov/developers/start-here',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'credentials-invalid': 58, 'credentials-malformed': 16, 'object-hidden': 10 },
      says: 'mostly a wrong API key, or a bad parameter',
      source: 'https://nvd.nist.gov/developers/start-here',
    },
  ],
};

export default vendor;
