import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dynamics',
  name: 'Dynamics 365 and Dataverse',
  role: 'app',
  present: [{ host: 'dynamics.com' }, { text: /\bprv(read|write|create|delete|append|assign|share)[a-z]/ }],
  refusals: [
    {
      id: 'privilege',
      alone: true,
      when: [
        {
          text: /principal user \([^)]{0,200}\)?.{0,200} is missing (prv[a-z]{3,80}|.{1,120}) privilege|\bmissing prv[a-z]{3,80} privilege/,
        },
      ],
      causes: { 'role-missing': 'proves', 'not-owner': 'suggests' },
      says: 'no security role of the user holds this privilege on the record',
      source:
        'https://learn.microsoft.com/en-us/power-platform/admin/troubleshooting-user-needs-read-write-access-organization',
    },
    {
      id: 'not-member',
      alone: true,
      when: [{ text: /the user is not a member of the organization|user is not member of this organization/ }],
      causes: { 'role-missing': 'proves', 'credentials-invalid': 'hints' },
      says: 'the account or application user does not exist in this environment',
      fix: { who: 'api-owner', text: 'make an application user for the app registration and give it a role' },
      source: 'https://learn.microsoft.com/en-us/power-platform/admin/manage-application-users',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'dynamics.com' }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-expired': 24, 'credentials-missing': 20 },
      says: "mostly a token of another audience than this environment's URL",
      source: 'https://learn.microsoft.com/en-us/power-apps/developer/data-platform/authenticate-oauth',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'dynamics.com' }],
      causes: {},
      usual: { 'role-missing': 68, 'policy-denied': 10, 'ip-refused': 8, 'feature-unavailable': 4 },
      says: 'mostly no application user or security role',
      source: 'https://learn.microsoft.com/en-us/power-apps/developer/data-platform/authenticate-oauth',
    },
  ],
};

export default vendor;
