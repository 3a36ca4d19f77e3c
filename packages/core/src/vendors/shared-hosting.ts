import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'shared-hosting',
  name: 'Free and shared hosts',
  role: 'platform',
  present: [
    { host: 'infinityfreeapp.com' },
    { host: '000webhostapp.com' },
    { host: 'byethost.com' },
    { host: 'rf.gd' },
    { host: 'epizy.com' },
    { host: 'wuaze.com' },
    { host: 'great-site.net' },
    { host: 'x10host.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'client-refused': 36,
        'directory-listing': 14,
        'object-hidden': 14,
        'file-permissions': 10,
        'policy-denied': 10,
        'origin-rejected': 6,
      },
      says: "mostly the host's script check refuses programs, or no index file is there",
      source: 'https://forum.infinityfree.com/',
    },
  ],
};

export default vendor;
