import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'lichess',
  name: 'Lichess',
  role: 'api',
  present: [{ host: 'lichess.org' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 38,
        'scope-insufficient': 24,
        'credentials-missing': 20,
        'credentials-expired': 6,
      },
      says: 'mostly a revoked token or one without the scope',
      source: 'https://lichess.org/api',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 32, 'policy-denied': 28, 'not-owner': 16 },
      says: 'mostly the scope, or a human account where a bot is required',
      source: 'https://lichess.org/api',
    },
  ],
};

export default vendor;
