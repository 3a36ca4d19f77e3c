import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'crm-suites',
  name: 'Close, Copper, Insightly, Keap, Freshworks CRM',
  role: 'api',
  present: [
    { host: 'api.close.com' },
    { host: 'api.copper.com' },
    { host: 'insightly.com' },
    { host: 'infusionsoft.com' },
    { host: 'keap.com' },
    { host: 'myfreshworks.com' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 46,
        'credentials-expired': 16,
        'credentials-missing': 12,
        'credentials-malformed': 12,
      },
      says: 'mostly a wrong key, or the form of basic authentication',
      source: 'https://developer.close.com/topics/authentication/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 38, 'feature-unavailable': 26, 'scope-insufficient': 10, 'not-owner': 6 },
      says: "mostly the user's role or the plan",
      source: 'https://developer.close.com/topics/authentication/',
    },
  ],
};

export default vendor;
