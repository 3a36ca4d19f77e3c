import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'media-metadata',
  name: 'Fanart.tv, MDBList, Simkl, Watchmode',
  role: 'api',
  present: [
    { host: 'webservice.fanart.tv' },
    { host: 'mdblist.com' },
    { host: 'api.simkl.com' },
    { host: 'watchmode.com' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 28, 'credentials-malformed': 4 },
      says: 'mostly a wrong or missing key',
      source: 'https://fanart.tv/api-docs/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 30, 'credentials-invalid': 24, 'feature-unavailable': 18, 'rate-limited': 10 },
      says: 'mostly the edge, or the plan',
      source: 'https://fanart.tv/api-docs/',
    },
  ],
};

export default vendor;
