import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'genius',
  name: 'Genius',
  role: 'api',
  present: [{ host: 'api.genius.com' }, { host: 'genius.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.genius.com' }],
      causes: {},
      usual: { 'credentials-missing': 48, 'credentials-invalid': 34, 'credentials-malformed': 8 },
      says: 'mostly no access token',
      source: 'https://docs.genius.com/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'genius.com' }, { not: { host: 'api.genius.com' } }],
      causes: {},
      usual: { 'client-refused': 66, 'ip-refused': 18, 'rate-limited': 6 },
      says: 'the bot wall',
      source: 'https://docs.genius.com/',
    },
    {
      id: 'usual-api',
      when: [{ status: 403 }, { host: 'api.genius.com' }],
      causes: {},
      usual: { 'client-refused': 54, 'ip-refused': 26, 'rate-limited': 8, 'credentials-invalid': 5 },
      says: 'mostly the edge refuses data-centre addresses',
      source: 'https://docs.genius.com/',
    },
  ],
};

export default vendor;
