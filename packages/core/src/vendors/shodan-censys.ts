import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'shodan-censys',
  name: 'Shodan, Censys, GreyNoise, urlscan',
  role: 'api',
  present: [
    { host: 'shodan.io' },
    { host: 'censys.io' },
    { host: 'greynoise.io' },
    { host: 'urlscan.io' },
    { host: 'securitytrails.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 56, 'client-refused': 12, 'credentials-invalid': 10, 'role-missing': 8 },
      says: 'mostly the plan does not include this query',
      source: 'https://developer.shodan.io/api',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 50, 'credentials-missing': 28 },
      says: 'mostly a wrong or missing key',
      source: 'https://developer.shodan.io/api',
    },
  ],
};

export default vendor;
