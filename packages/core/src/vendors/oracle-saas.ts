import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'oracle-saas',
  name: 'Oracle Fusion and NetSuite',
  role: 'api',
  present: [{ host: 'oraclecloudapps.com' }, { host: 'netsuite.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'netsuite.com' }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-malformed': 26, 'role-missing': 10 },
      says: 'mostly the signature of token-based authentication: realm, keys or role',
      source: 'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/chapter_1540391670.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'netsuite.com' }],
      causes: {},
      usual: { 'role-missing': 56, 'feature-unavailable': 16, 'policy-denied': 6 },
      says: 'mostly the role lacks the permission, or the feature is off',
      source: 'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/chapter_1540391670.html',
    },
    {
      id: 'usual-403-oraclecloudapps',
      when: [{ status: 403 }, { host: 'oraclecloudapps.com' }],
      causes: {},
      usual: { 'role-missing': 60, 'policy-denied': 6, 'ip-refused': 6, 'csrf-missing': 4 },
      says: "mostly the user's role or data access",
      source: 'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/chapter_1540391670.html',
    },
  ],
};

export default vendor;
