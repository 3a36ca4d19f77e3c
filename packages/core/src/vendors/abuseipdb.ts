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
  ],
};

export default vendor;
