import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'smartthings',
  name: 'SmartThings',
  role: 'api',
  present: [{ host: 'api.smartthings.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-invalid': 26, 'credentials-missing': 12 },
      says: 'mostly a personal token past its day',
      source: 'https://developer.smartthings.com/docs/getting-started/authorization-and-permissions',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 38, 'not-owner': 24, 'role-missing': 10 },
      says: "mostly the scope, or another location's device",
      source: 'https://developer.smartthings.com/docs/getting-started/authorization-and-permissions',
    },
  ],
};

export default vendor;
