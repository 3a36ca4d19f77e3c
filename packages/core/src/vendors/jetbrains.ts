import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jetbrains',
  name: 'JetBrains',
  role: 'registry',
  present: [
    { host: 'plugins.jetbrains.com' },
    { host: 'download.jetbrains.com' },
    { host: 'cache-redirector.jetbrains.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'ip-refused': 36,
        'proxy-refused': 22,
        'credentials-invalid': 12,
        'role-missing': 10,
        'client-refused': 8,
      },
      says: 'mostly the country or network on the way',
      source: 'https://plugins.jetbrains.com/docs/marketplace/plugin-upload.html',
    },
  ],
};

export default vendor;
