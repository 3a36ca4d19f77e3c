import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'myanimelist',
  name: 'MyAnimeList',
  role: 'api',
  present: [{ host: 'api.myanimelist.net' }, { host: 'myanimelist.net' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.myanimelist.net' }],
      causes: {},
      usual: {
        'client-refused': 34,
        'credentials-invalid': 24,
        'rate-limited': 18,
        'ip-refused': 10,
        'credentials-missing': 6,
      },
      says: 'mostly the bot wall or a wrong client id',
      source: 'https://myanimelist.net/apiconfig/references/api/v2',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.myanimelist.net' }],
      causes: {},
      usual: { 'credentials-expired': 50, 'credentials-invalid': 20, 'credentials-missing': 16 },
      says: 'mostly a token past its month',
      source: 'https://myanimelist.net/apiconfig/references/api/v2',
    },
    {
      id: 'usual-site',
      when: [{ status: 403 }, { host: 'myanimelist.net' }, { not: { host: 'api.myanimelist.net' } }],
      causes: {},
      usual: { 'client-refused': 62, 'ip-refused': 18, 'rate-limited': 10 },
      says: 'the bot wall',
      source: 'https://myanimelist.net/apiconfig/references/api/v2',
    },
  ],
};

export default vendor;
