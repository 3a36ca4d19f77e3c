import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'power-bi',
  name: 'Power BI',
  role: 'api',
  present: [{ host: 'api.powerbi.com' }, { header: 'x-powerbi-error-info' }],
  refusals: [
    {
      id: 'not-authorized',
      alone: true,
      when: [{ text: /\bpowerbinotauthorizedexception\b/ }],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'suggests' },
      says: 'the account is no member of the workspace, or the tenant does not let service principals in',
      fix: {
        who: 'api-owner',
        text: 'add the principal to the workspace; allow service principals in the tenant settings',
      },
      source: 'https://learn.microsoft.com/en-us/power-bi/developer/embedded/embed-troubleshoot',
    },
    {
      id: 'application',
      alone: true,
      when: [{ text: 'api is not accessible for application' }],
      causes: { 'policy-denied': 'proves', 'role-missing': 'suggests' },
      says: 'the tenant does not let this application use the API',
      source: 'https://learn.microsoft.com/en-us/power-bi/developer/embedded/embed-service-principal',
    },
  ],
};

export default vendor;
