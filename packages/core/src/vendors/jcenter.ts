import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jcenter',
  name: 'JCenter and Bintray',
  role: 'registry',
  present: [{ host: 'jcenter.bintray.com' }, { host: 'bintray.com' }, { host: 'dl.bintray.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 86, 'object-hidden': 6 },
      says: 'the service has ended',
      source: 'https://jfrog.com/blog/into-the-sunset-bintray-jcenter-gocenter-and-chartcenter/',
    },
  ],
};

export default vendor;
