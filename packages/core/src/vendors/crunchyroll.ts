import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'crunchyroll',
  name: 'Crunchyroll',
  role: 'app',
  present: [{ host: 'crunchyroll.com' }, { host: 'vrv.co' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 48, 'ip-refused': 18, 'feature-unavailable': 12, 'credentials-expired': 8 },
      says: 'the bot wall, or the region',
      source: 'https://www.crunchyroll.com/tos/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 40, 'credentials-missing': 24, 'credentials-invalid': 14 },
      says: 'mostly a token past its minutes',
      source: 'https://www.crunchyroll.com/tos/',
    },
  ],
};

export default vendor;
