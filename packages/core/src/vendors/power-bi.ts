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
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.powerbi.com' }],
      causes: {},
      usual: {
        'policy-denied': 32,
        'role-missing': 22,
        'scope-insufficient': 18,
        'credentials-expired': 10,
        'feature-unavailable': 8,
      },
      says: 'mostly the tenant setting for service principals, or no access to the workspace',
      source: 'https://learn.microsoft.com/en-us/power-bi/developer/embedded/embedded-troubleshoot',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.powerbi.com' }],
      causes: {},
      usual: { 'role-missing': 28, 'policy-denied': 22, 'credentials-invalid': 20, 'credentials-expired': 18 },
      says: 'mostly the service principal has no access, or the token another audience',
      source: 'https://learn.microsoft.com/en-us/power-bi/developer/embedded/embedded-troubleshoot',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'api.powerbi.com' }],
      causes: {},
      usual: { 'role-missing': 40, 'object-hidden': 30, 'not-owner': 8 },
      says: 'mostly a workspace or report that the caller cannot see',
      source: 'https://learn.microsoft.com/en-us/power-bi/developer/embedded/embedded-troubleshoot',
    },
  ],
};

export default vendor;
