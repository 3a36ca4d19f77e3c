import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'abuseipdb',
  name: 'AbuseIPDB',
  role: 'api',
  present: [{ host: 'api.abuseipdb.com' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [{ text: 'authentication failed. your api key is either missing, incorrect, or revoked' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the API key is missing, wrong or revoked',
      source: 'https://docs.abuseipdb.com/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 50,
        'credentials-missing': 28,
        'credentials-malformed': 10,
        'credentials-expired': 3,
      },
      says: 'mostly a wrong key or a header other than Key',
      source: 'https://docs.abuseipdb.com/#errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 25,
        'role-missing': 22,
        'credentials-invalid': 22,
        'client-refused': 14,
        'ip-refused': 8,
      },
      says: 'mostly an endpoint outside the plan, or the edge refuses the client',
      source: 'https://docs.abuseipdb.com/#errors',
    },
  ],
};

export default vendor;
