import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jsdelivr-unpkg',
  name: 'jsDelivr, unpkg, cdnjs, esm.sh',
  role: 'cdn',
  present: [
    { host: 'cdn.jsdelivr.net' },
    { host: 'unpkg.com' },
    { host: 'cdnjs.cloudflare.com' },
    { host: 'esm.sh' },
    { host: 'fastly.jsdelivr.net' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'object-hidden': 40, 'policy-denied': 22, 'ip-refused': 14, 'client-refused': 8, 'proxy-refused': 6 },
      says: 'mostly a package over the size limit or one that is blocked',
      source: 'https://www.jsdelivr.com/documentation',
    },
  ],
};

export default vendor;
