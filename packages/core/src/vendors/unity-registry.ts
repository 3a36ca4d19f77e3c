import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'unity-registry',
  name: 'Unity',
  role: 'registry',
  present: [
    { host: 'packages.unity.com' },
    { host: 'download.packages.unity.com' },
    { host: 'services.api.unity.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 26,
        'ip-refused': 24,
        'proxy-refused': 16,
        'credentials-expired': 12,
        'role-missing': 10,
      },
      says: 'mostly the licence or login, or the network on the way',
      source: 'https://docs.unity.com/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 40, 'credentials-missing': 26, 'credentials-invalid': 14 },
      says: 'mostly the login of the editor or hub is over',
      source: 'https://docs.unity.com/',
    },
  ],
};

export default vendor;
