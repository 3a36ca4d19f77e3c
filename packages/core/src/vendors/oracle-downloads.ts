import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'oracle-downloads',
  name: 'Oracle downloads and container registry',
  role: 'registry',
  present: [{ host: 'container-registry.oracle.com' }, { host: 'download.oracle.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'policy-denied': 34, 'credentials-missing': 34, 'credentials-invalid': 16 },
      says: 'mostly the licence of the image was not accepted in the browser, or no login',
      source: 'https://container-registry.oracle.com/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'policy-denied': 44, 'credentials-missing': 20, 'ip-refused': 12, 'object-hidden': 8 },
      says: 'mostly the licence was not accepted',
      source: 'https://container-registry.oracle.com/',
    },
  ],
};

export default vendor;
