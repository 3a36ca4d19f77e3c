import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'search-clouds',
  name: 'Elastic Cloud, Bonsai, Upstash, Redis Cloud, Aiven',
  role: 'database',
  present: [
    { host: 'elastic-cloud.com' },
    { host: 'found.io' },
    { host: 'bonsaisearch.net' },
    { host: 'upstash.io' },
    { host: 'api.redislabs.com' },
    { host: 'api.aiven.io' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 28, 'credentials-malformed': 8 },
      says: 'mostly a wrong or missing token or password',
      source: 'https://upstash.com/docs/redis/features/restapi',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 34, 'ip-refused': 22, 'feature-unavailable': 14, 'policy-denied': 10 },
      says: 'mostly the role, or the traffic filter',
      source: 'https://upstash.com/docs/redis/features/restapi',
    },
  ],
};

export default vendor;
