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
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'ip-refused': 46, 'credentials-invalid': 30, 'credentials-missing': 10 },
      says: "mostly the API's access list does not hold this address",
      source: 'https://docs.vultr.com/platform/other/api/current-user/api-access-control',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 44, 'credentials-invalid': 16, 'ip-refused': 16, 'policy-denied': 8 },
      says: "mostly the subuser's rights",
      source: 'https://docs.vultr.com/platform/other/api/current-user/api-access-control',
    },
  ],
};

export default vendor;
