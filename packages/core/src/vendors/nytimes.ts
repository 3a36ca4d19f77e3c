import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nytimes',
  name: 'New York Times',
  role: 'api',
  present: [{ host: 'nytimes.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.nytimes.com' }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-missing': 24, 'feature-unavailable': 18 },
      says: 'mostly an API that is not enabled for the key',
      source: 'https://developer.nytimes.com/faq',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'www.nytimes.com' }],
      causes: {},
      usual: { 'client-refused': 64, 'feature-unavailable': 12, 'ip-refused': 12 },
      says: 'the bot wall',
      source: 'https://developer.nytimes.com/faq',
    },
  ],
};

export default vendor;
