import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hr-suites',
  name: 'Workday, BambooHR, Personio, Greenhouse, Lever',
  role: 'api',
  present: [
    { host: 'workday.com' },
    { host: 'myworkday.com' },
    { host: 'bamboohr.com' },
    { host: 'personio.de' },
    { host: 'greenhouse.io' },
    { host: 'lever.co' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 58, 'scope-insufficient': 10, 'feature-unavailable': 10, 'ip-refused': 4 },
      says: "mostly the security group or access level of the integration's user",
      source: 'https://documentation.bamboohr.com/docs/api-details',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-expired': 22,
        'credentials-missing': 12,
        'credentials-malformed': 10,
      },
      says: "mostly a wrong key, or another tenant's host",
      source: 'https://documentation.bamboohr.com/docs/api-details',
    },
  ],
};

export default vendor;
