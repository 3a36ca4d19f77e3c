import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'databricks',
  name: 'Databricks',
  role: 'platform',
  present: [
    { host: 'cloud.databricks.com' },
    { host: 'azuredatabricks.net' },
    { host: 'gcp.databricks.com' },
    { header: 'x-databricks-org-id' },
    { header: 'x-databricks-reason-phrase' },
  ],
  refusals: [
    {
      id: 'ip-acl',
      alone: true,
      when: [{ text: /source ip address: .{1,60} is blocked by databricks ip acl/ }],
      causes: { 'ip-refused': 'proves' },
      says: "the workspace's IP access list does not hold this address",
      source: 'https://docs.databricks.com/en/security/network/front-end/ip-access-list.html',
    },
    {
      id: 'invalid-token',
      when: [{ any: [{ text: 'Invalid access token.' }, { text: 'Invalid Token' }, { text: /invalid access token/ }] }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is wrong, revoked, past its time or of another workspace',
      source: 'https://docs.databricks.com/en/dev-tools/auth/pat.html',
    },
    {
      id: 'permission',
      when: [
        {
          any: [
            { code: 'PERMISSION_DENIED' },
            { text: /does not have (?:manage|can[_ ]|use|select|read|write|any of the following)/ },
            { text: 'is not authorized to' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests' },
      says: 'the user or service principal lacks the permission on this object',
      source: 'https://docs.databricks.com/en/security/auth/access-control/',
    },
    {
      id: 'not-in-workspace',
      alone: true,
      when: [{ text: /user not a member of workspace|is not a member of this workspace/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the user is no member of this workspace',
      source: 'https://docs.databricks.com/en/admin/users-groups/users.html',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        { any: [{ host: 'cloud.databricks.com' }, { host: 'azuredatabricks.net' }, { host: 'gcp.databricks.com' }] },
      ],
      causes: {},
      usual: {
        'ip-refused': 32,
        'role-missing': 26,
        'credentials-invalid': 22,
        'credentials-expired': 8,
        'feature-unavailable': 4,
      },
      says: "mostly the workspace's IP access list, or a token of another workspace",
      source: 'https://docs.databricks.com/aws/en/dev-tools/auth/',
    },
    {
      id: 'usual-401',
      when: [
        { status: 401 },
        { any: [{ host: 'cloud.databricks.com' }, { host: 'azuredatabricks.net' }, { host: 'gcp.databricks.com' }] },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-expired': 30,
        'credentials-missing': 12,
        'credentials-malformed': 6,
      },
      says: 'mostly a token past its date or of another workspace',
      source: 'https://docs.databricks.com/aws/en/dev-tools/auth/',
    },
  ],
};

export default vendor;
