import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'quicknode-ankr',
  name: 'QuickNode, Ankr, Chainstack, dRPC',
  role: 'api',
  present: [{ host: 'quiknode.pro' }, { host: 'ankr.com' }, { host: 'chainstack.com' }, { host: 'drpc.org' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-invalid': 26,
        'feature-unavailable': 24,
        'ip-refused': 18,
        'origin-rejected': 14,
        'rate-limited': 8,
      },
      says: 'mostly a wrong token, or the free plan does not include this method',
      source: 'https://www.quicknode.com/docs/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 34 },
      says: 'mostly the token in the path is missing or wrong',
      source: 'https://www.quicknode.com/docs/',
    },
  ],
};

export default vendor;
