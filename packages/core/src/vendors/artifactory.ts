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
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'jfrog.io' }],
      causes: {},
      usual: {
        'role-missing': 46,
        'policy-denied': 14,
        'object-hidden': 10,
        'credentials-missing': 10,
        'credentials-expired': 6,
      },
      says: 'mostly no permission on this repository path',
      source: 'https://jfrog.com/help/r/jfrog-artifactory-documentation',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'jfrog.io' }],
      causes: {},
      usual: { 'credentials-invalid': 30, 'credentials-missing': 28, 'credentials-expired': 26, 'policy-denied': 4 },
      says: 'mostly a token past its date, or anonymous access is off',
      source: 'https://jfrog.com/help/r/jfrog-artifactory-documentation',
    },
  ],
};

export default vendor;
