import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'vultr',
  name: 'Vultr',
  role: 'api',
  present: [{ host: 'vultr.com' }, { host: 'vultrobjects.com' }],
  refusals: [
    {
      id: 'address',
      alone: true,
      when: [{ text: /unauthorized ip address: ?[0-9a-f.:]{3,45}/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the address is not in the access list of the API key',
      fix: { who: 'caller', text: 'add the address under Account, API, Access Control' },
      source: 'https://docs.vultr.com/platform/other/api/current-user/api-access-control',
    },
    {
      id: 'token',
      alone: true,
      when: [{ any: [{ body: /"error": ?"invalid api (token|key)\.?", ?"status": ?401/ }] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key is unknown',
      source: 'https://www.vultr.com/api/',
    },
  ],
};

export default vendor;
