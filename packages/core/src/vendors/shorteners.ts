import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'shorteners',
  name: 'Bitly, Rebrandly, TinyURL, Short.io',
  role: 'api',
  present: [
    { host: 'api-ssl.bitly.com' },
    { host: 'bitly.com' },
    { host: 'api.rebrandly.com' },
    { host: 'tinyurl.com' },
    { host: 'api.short.io' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 36,
        'not-owner': 18,
        'credentials-invalid': 18,
        'role-missing': 8,
        'client-refused': 6,
      },
      says: 'mostly the plan, the group or a wrong token',
      source: 'https://dev.bitly.com/docs/getting-started/introduction/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 26, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing token',
      source: 'https://dev.bitly.com/docs/getting-started/introduction/',
    },
  ],
};

export default vendor;
