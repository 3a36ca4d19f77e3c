import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-maven',
  name: 'Google Maven and dl.google.com',
  role: 'registry',
  present: [{ host: 'dl.google.com' }, { host: 'maven.google.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 50, 'proxy-refused': 28, 'client-refused': 8 },
      says: 'mostly the country or a proxy on the way',
      source: 'https://maven.google.com/web/index.html',
    },
  ],
};

export default vendor;
