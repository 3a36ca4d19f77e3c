import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'patreon',
  name: 'Patreon',
  role: 'api',
  present: [{ host: 'patreon.com' }, { host: 'patreonusercontent.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'client-refused': 48,
        'scope-insufficient': 14,
        'role-missing': 14,
        'ip-refused': 8,
        'credentials-expired': 6,
      },
      says: 'mostly the bot wall, or a scope',
      source: 'https://docs.patreon.com/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'patreon.com' }],
      causes: {},
      usual: { 'credentials-expired': 44, 'credentials-invalid': 24, 'credentials-missing': 18 },
      says: 'mostly a token past its month',
      source: 'https://docs.patreon.com/',
    },
  ],
};

export default vendor;
