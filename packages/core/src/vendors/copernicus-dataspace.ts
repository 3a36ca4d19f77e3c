import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'copernicus-dataspace',
  name: 'Copernicus Data Space',
  role: 'api',
  present: [{ host: 'dataspace.copernicus.eu' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 50, 'credentials-invalid': 22, 'credentials-missing': 16, 'step-up-required': 4 },
      says: 'mostly an access token past its ten minutes, or one dropped at a redirect',
      source: 'https://documentation.dataspace.copernicus.eu/APIs/Token.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 32,
        'role-missing': 18,
        'rate-limited': 18,
        'policy-denied': 12,
        'object-hidden': 6,
      },
      says: 'mostly the monthly quota or the kind of account',
      source: 'https://documentation.dataspace.copernicus.eu/APIs/Token.html',
    },
  ],
};

export default vendor;
