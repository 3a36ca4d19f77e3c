import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'netflix',
  name: 'Netflix, Disney+, Prime Video',
  role: 'app',
  present: [
    { host: 'netflix.com' },
    { host: 'nflxvideo.net' },
    { host: 'disneyplus.com' },
    { host: 'disney-plus.net' },
    { host: 'primevideo.com' },
    { host: 'hulu.com' },
    { host: 'max.com' },
    { host: 'hbomax.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'ip-refused': 48,
        'credentials-expired': 14,
        'client-refused': 14,
        'credentials-missing': 8,
        'feature-unavailable': 6,
      },
      says: 'mostly the region or a VPN',
      source: 'https://help.netflix.com/',
    },
  ],
};

export default vendor;
