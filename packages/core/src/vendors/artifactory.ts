import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'artifactory',
  name: 'JFrog Artifactory',
  role: 'registry',
  present: [
    { header: 'x-artifactory-id' },
    { header: 'x-jfrog-version' },
    { header: 'server', is: /^artifactory/i },
    { host: 'jfrog.io' },
  ],
  refusals: [
    {
      id: 'xray',
      alone: true,
      when: [{ text: /artifact download request rejected: .{1,300} download blocking policy configured in xray/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'a policy of Xray blocks this artifact',
      source: 'https://github.com/sobolevn/git-secret/issues/801',
    },
    {
      id: 'curation',
      alone: true,
      when: [{ text: /blocked by jfrog packages curation|blocked by the following curation policies/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'a curation policy blocks this package',
      source: 'https://jfrog.com/help/r/jfrog-security-user-guide/products/curation',
    },
    {
      id: 'anonymous',
      alone: true,
      when: [{ text: /is forbidden for user:? '?anonymous/ }],
      causes: { 'credentials-missing': 'proves', 'role-missing': 'hints' },
      says: 'anonymous callers may not read this repository',
      source: 'https://jfrog.com/help/r/jfrog-artifactory-documentation',
    },
    {
      id: 'permission',
      alone: true,
      when: [
        {
          text: /is forbidden for user:? |is not permitted to (deploy|delete|overwrite)|not enough permissions to (overwrite|delete|deploy)|needs delete permission/,
        },
        { not: { text: /for user:? '?anonymous/ } },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the account lacks this permission on the repository',
      source: 'https://jfrog.com/help/r/jfrog-artifactory-documentation',
    },
    {
      id: 'patterns',
      alone: true,
      when: [
        {
          text: /rejected the (deployment|resolution) of an artifact .{1,300} due to conflict with (its include\/exclude patterns|the snapshot release handling policy)|conflict with its include\/exclude patterns/,
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the repository takes no artifact with this path or version',
      source: 'https://jfrog.com/help/r/jfrog-artifactory-documentation',
    },
    {
      id: 'login-failures',
      alone: true,
      when: [{ text: 'blocked due to recurrent login failures' }],
      causes: { 'rate-limited': 'proves', 'credentials-invalid': 'suggests' },
      says: 'too many failed logins; the account waits',
      source: 'https://jfrog.com/help/r/artifactory-what-to-do-when-users-are-locked-out',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ text: /token failed verification: expired/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://jfrog.com/help/r/jfrog-artifactory-documentation',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [
        { text: /token failed verification: (?!expired)|props authentication token not found|bad props auth token/ },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is unknown, revoked, or of another server',
      source: 'https://jfrog.com/help/r/jfrog-artifactory-documentation',
    },
    {
      id: 'usual-read',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/artifactory\/(?!api\/|webapp|ui)[^?]{1,300}/ },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 60, 'role-missing': 10, 'object-hidden': 8, 'ip-refused': 4 },
      says: 'anonymous access is off',
      source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/permissions',
    },
    {
      id: 'usual-read-auth',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/artifactory\/(?!api\/|webapp|ui)[^?]{1,300}/ },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: {
        'role-missing': 32,
        'credentials-invalid': 32,
        'credentials-expired': 10,
        'object-hidden': 8,
        'policy-denied': 6,
      },
      says: 'the user lacks Read, the identity token is past its time, or Xray blocks the download',
      source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/permissions',
    },
    {
      id: 'usual-deploy',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['PUT', 'POST', 'DELETE'] },
        { path: /^\/artifactory\/(?!api\/)[^?]{1,300}/ },
      ],
      causes: {},
      usual: { 'role-missing': 54, 'credentials-invalid': 18, 'credentials-missing': 10, 'policy-denied': 8 },
      says: 'the user lacks Deploy, or Delete to overwrite, or the repository refuses the pattern',
      source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/permissions',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/artifactory\/api\// }],
      causes: {},
      usual: {
        'role-missing': 36,
        'credentials-invalid': 28,
        'credentials-missing': 16,
        'scope-insufficient': 5,
        'feature-unavailable': 4,
      },
      says: 'the call is for administrators, or the token has no scope for it',
      source: 'https://jfrog.com/help/r/jfrog-rest-apis/artifactory-rest-apis',
    },
  ],
};

export default vendor;
