import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'planetscale-turso',
  name: 'PlanetScale, Turso, CockroachDB, Fauna, Xata',
  role: 'database',
  present: [
    { host: 'psdb.cloud' },
    { host: 'planetscale.com' },
    { host: 'turso.io' },
    { host: 'cockroachlabs.cloud' },
    { host: 'fauna.com' },
    { host: 'xata.io' },
    { host: 'xata.sh' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-missing': 18,
        'credentials-expired': 14,
        'credentials-malformed': 8,
      },
      says: 'mostly a revoked or wrong token',
      source: 'https://planetscale.com/docs/concepts/service-tokens',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 40, 'scope-insufficient': 16, 'feature-unavailable': 16, 'policy-denied': 8 },
      says: "mostly the service token's access",
      source: 'https://planetscale.com/docs/concepts/service-tokens',
    },
  ],
};

export default vendor;
