import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'deezer',
  name: 'Deezer',
  role: 'api',
  present: [{ host: 'api.deezer.com' }, { host: 'deezer.com' }, { host: 'dzcdn.net' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 40, 'credentials-expired': 24, 'client-refused': 12, 'feature-unavailable': 10 },
      says: 'mostly the region, or a media address past its time',
      source: 'https://developers.deezer.com/api/errors',
    },
  ],
};

export default vendor;
