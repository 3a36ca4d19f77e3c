import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'amadeus',
  name: 'Amadeus for Developers',
  role: 'api',
  present: [{ host: 'api.amadeus.com' }],
  refusals: [
    {
      id: 'token',
      when: [{ body: /"code" ?: ?(?:38190|38193)\b/ }],
      causes: { 'credentials-invalid': 'proves', 'credentials-expired': 'hints' },
      says: 'the access token is unknown or revoked',
      source: 'https://developers.amadeus.com/self-service/apis-docs/guides/developer-guides/common-errors/',
    },
    {
      id: 'header',
      when: [{ body: /"code" ?: ?38191\b/ }],
      causes: { 'credentials-malformed': 'proves', 'credentials-missing': 'suggests' },
      says: 'the Authorization header is missing or not in the form Bearer and token',
      source: 'https://developers.amadeus.com/self-service/apis-docs/guides/developer-guides/common-errors/',
    },
    {
      id: 'expired',
      when: [{ body: /"code" ?: ?38192\b/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its half hour',
      source: 'https://developers.amadeus.com/self-service/apis-docs/guides/developer-guides/common-errors/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-expired': 48,
        'credentials-invalid': 28,
        'credentials-missing': 10,
        'credentials-malformed': 6,
      },
      says: 'mostly a token past its 30 minutes',
      source: 'https://developers.amadeus.com/self-service/apis-docs/guides/developer-guides/common-errors/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 42, 'credentials-invalid': 28, 'role-missing': 12, 'policy-denied': 6 },
      says: 'mostly the API is not in the self-service set of this app',
      source: 'https://developers.amadeus.com/self-service/apis-docs/guides/developer-guides/common-errors/',
    },
  ],
};

export default vendor;
