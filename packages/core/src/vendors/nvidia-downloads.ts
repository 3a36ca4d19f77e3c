import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nvidia-downloads',
  name: 'NVIDIA downloads',
  role: 'registry',
  present: [{ host: 'developer.download.nvidia.com' }, { host: 'developer.nvidia.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'ip-refused': 34,
        'credentials-missing': 22,
        'object-hidden': 18,
        'proxy-refused': 10,
        'client-refused': 6,
      },
      says: 'mostly the country or network, or a file that requires a login',
      source: 'https://developer.nvidia.com/developer-program',
    },
  ],
};

export default vendor;
