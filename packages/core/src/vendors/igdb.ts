import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'igdb',
  name: 'IGDB',
  role: 'api',
  present: [{ host: 'api.igdb.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-expired': 32,
        'credentials-invalid': 26,
        'credentials-missing': 24,
        'credentials-malformed': 6,
      },
      says: "mostly the Client-ID header is missing or is not the token's",
      source: 'https://api-docs.igdb.com/#authentication',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 30, 'credentials-missing': 24, 'client-refused': 16, 'credentials-expired': 8 },
      says: 'mostly the header pair Client-ID and Authorization',
      source: 'https://api-docs.igdb.com/#authentication',
    },
  ],
};

export default vendor;
