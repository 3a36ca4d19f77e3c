import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nasa-data',
  name: 'NASA data centres',
  role: 'api',
  present: [{ host: /\.(modaps\.eosdis|gsfc|jpl)\.nasa\.gov$/ }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-missing': 32,
        'policy-denied': 24,
        'client-refused': 12,
        'ip-refused': 12,
        'object-hidden': 8,
      },
      says: 'mostly no Earthdata token, or terms that were not accepted',
      source: 'https://www.earthdata.nasa.gov/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 48, 'credentials-invalid': 18, 'credentials-expired': 16 },
      says: 'mostly no Earthdata login reached the server',
      source: 'https://www.earthdata.nasa.gov/',
    },
  ],
};

export default vendor;
