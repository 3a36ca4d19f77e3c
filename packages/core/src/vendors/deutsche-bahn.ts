import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'deutsche-bahn',
  name: 'Deutsche Bahn',
  role: 'api',
  present: [{ host: 'apis.deutschebahn.com' }, { host: 'bahn.de' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'apis.deutschebahn.com' }],
      causes: {},
      usual: { 'credentials-invalid': 36, 'credentials-missing': 34, 'feature-unavailable': 12 },
      says: 'mostly DB-Client-Id or DB-Api-Key is missing or wrong',
      source: 'https://developers.deutschebahn.com/db-api-marketplace/apis/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'apis.deutschebahn.com' }],
      causes: {},
      usual: { 'feature-unavailable': 58, 'credentials-invalid': 14, 'role-missing': 6 },
      says: 'mostly the application is not subscribed to this API',
      source: 'https://developers.deutschebahn.com/db-api-marketplace/apis/',
    },
    {
      id: 'usual-403-bahn',
      when: [{ status: 403 }, { host: 'bahn.de' }],
      causes: {},
      usual: { 'client-refused': 60, 'ip-refused': 18, 'rate-limited': 8 },
      says: 'the bot wall',
      source: 'https://developers.deutschebahn.com/db-api-marketplace/apis/',
    },
  ],
};

export default vendor;
