import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sap-cloud',
  name: 'SAP cloud services',
  role: 'api',
  present: [
    { host: 'ondemand.com' },
    { host: 'hana.ondemand.com' },
    { host: 'successfactors.com' },
    { host: 'successfactors.eu' },
    { host: 'ariba.com' },
    { host: 'concursolutions.com' },
    { host: 'sapsf.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 50, 'csrf-missing': 14, 'scope-insufficient': 12, 'feature-unavailable': 5 },
      says: 'mostly a missing role collection or communication arrangement; writes also require a CSRF token',
      source: 'https://help.sap.com/docs/btp',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-expired': 22, 'credentials-missing': 14 },
      says: "mostly a token of another subaccount or service instance, or the user's lock",
      source: 'https://help.sap.com/docs/btp',
    },
  ],
};

export default vendor;
