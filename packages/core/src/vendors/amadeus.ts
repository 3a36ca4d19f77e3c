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
  ],
};

export default vendor;
