import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mail-services',
  name: 'Mail services',
  role: 'api',
  present: [{ host: 'api.fastmail.com' }, { host: 'api.protonmail.ch' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 46,
        'scope-insufficient': 20,
        'credentials-missing': 12,
        'credentials-malformed': 8,
      },
      says: 'mostly the password in place of an API token',
      source: 'https://www.fastmail.com/for-developers/integrating-with-fastmail/',
    },
  ],
};

export default vendor;
