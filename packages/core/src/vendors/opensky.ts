import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'opensky',
  name: 'OpenSky Network',
  role: 'api',
  present: [{ host: 'opensky-network.org' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 42,
        'credentials-expired': 20,
        'credentials-missing': 18,
        'feature-unavailable': 6,
      },
      says: 'mostly a password where a client of OAuth is required now, or a token past its half hour',
      source: 'https://openskynetwork.github.io/opensky-api/rest.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 36, 'feature-unavailable': 26, 'ip-refused': 16 },
      says: 'mostly data that the account may not see',
      source: 'https://openskynetwork.github.io/opensky-api/rest.html',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'rate-limited': 88, 'ip-refused': 5, 'client-refused': 2 },
      says: 'the daily credits are used up',
      source: 'https://openskynetwork.github.io/opensky-api/rest.html',
    },
  ],
};

export default vendor;
