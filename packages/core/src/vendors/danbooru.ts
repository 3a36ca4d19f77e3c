import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'danbooru',
  name: 'Danbooru',
  role: 'api',
  present: [{ host: 'donmai.us' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 46, 'feature-unavailable': 24, 'credentials-invalid': 12, 'ip-refused': 8 },
      says: 'mostly the bot wall, or more tags than the account may search',
      source: 'https://danbooru.donmai.us/wiki_pages/help:api',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 64, 'credentials-missing': 12, 'credentials-malformed': 8 },
      says: 'mostly a wrong user name and key',
      source: 'https://danbooru.donmai.us/wiki_pages/help:api',
    },
  ],
};

export default vendor;
