import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nzb-indexers',
  name: 'Usenet indexers',
  role: 'api',
  present: [{ host: 'nzbgeek.info' }, { host: 'nzbplanet.net' }, { host: 'drunkenslug.com' }, { host: 'nzbfinder.ws' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 30, 'feature-unavailable': 24, 'client-refused': 16, 'ip-refused': 14 },
      says: 'mostly a wrong key, an account that is over, or a blocked address',
      source: 'https://newznab.readthedocs.io/en/latest/misc/api/',
    },
  ],
};

export default vendor;
