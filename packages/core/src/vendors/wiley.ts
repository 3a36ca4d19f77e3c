import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wiley',
  name: 'Wiley',
  role: 'api',
  present: [{ host: 'wiley.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'onlinelibrary.wiley.com' }],
      causes: {},
      usual: { 'client-refused': 62, 'ip-refused': 14, 'credentials-missing': 10 },
      says: 'the bot wall; articles also require a subscription',
      source: 'https://onlinelibrary.wiley.com/library-info/resources/text-and-datamining',
    },
    {
      id: 'usual-403-api',
      when: [{ status: 403 }, { host: 'api.wiley.com' }],
      causes: {},
      usual: { 'role-missing': 30, 'ip-refused': 28, 'credentials-missing': 18, 'credentials-invalid': 10 },
      says: 'mostly no subscription behind the token or address',
      source: 'https://onlinelibrary.wiley.com/library-info/resources/text-and-datamining',
    },
  ],
};

export default vendor;
