import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gog-itch',
  name: 'GOG and itch.io',
  role: 'api',
  present: [{ host: 'gog.com' }, { host: 'itch.io' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-missing': 24,
        'credentials-expired': 24,
        'feature-unavailable': 16,
        'client-refused': 12,
        'not-owner': 8,
      },
      says: 'mostly a download address past its time, or a game that is not owned',
      source: 'https://itch.io/docs/api/serverside',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 42, 'credentials-missing': 26, 'credentials-expired': 14 },
      says: 'mostly a wrong or revoked key',
      source: 'https://itch.io/docs/api/serverside',
    },
  ],
};

export default vendor;
