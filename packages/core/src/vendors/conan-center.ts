import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'conan-center',
  name: 'Conan Center',
  role: 'registry',
  present: [{ host: 'center.conan.io' }, { host: 'center2.conan.io' }, { host: 'conan.io' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'policy-denied': 26, 'ip-refused': 26, 'proxy-refused': 22, 'credentials-invalid': 8 },
      says: 'mostly a remote that has moved, or the network on the way',
      source: 'https://docs.conan.io/2/',
    },
  ],
};

export default vendor;
