import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'harbor',
  name: 'Harbor',
  role: 'registry',
  present: [
    { header: 'x-harbor-csrf-token' },
    { text: 'unauthorized to access repository' },
    { sent: 'x-harbor-csrf-token' },
  ],
  refusals: [
    {
      id: 'role',
      alone: true,
      when: [{ text: 'unauthorized to access repository:' }],
      causes: { 'role-missing': 'proves', 'credentials-missing': 'suggests' },
      says: 'the account lacks this action in the project',
      source: 'https://goharbor.io/docs/main/administration/managing-users/',
    },
    {
      id: 'vulnerable',
      alone: true,
      when: [{ text: /vulnerabilities cannot be pulled due to configured policy/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the project serves no images with such vulnerabilities',
      source: 'https://goharbor.io/docs/main/working-with-projects/project-configuration/',
    },
    {
      id: 'quota',
      alone: true,
      when: [{ text: /will exceed the configured upper limit of/ }],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'suggests' },
      says: 'the storage quota of the project is used up',
      source: 'https://goharbor.io/docs/main/administration/configure-project-quotas/',
    },
    {
      id: 'immutable',
      alone: true,
      when: [{ text: /configured as immutable/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'a rule keeps the tag',
      source: 'https://goharbor.io/docs/main/working-with-projects/working-with-images/create-tag-immutability-rules/',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/api\/v2\.0\/(?:projects|registries|replication|robots|systeminfo|quotas|artifacts|retentions|users\/current)(?:[/?]|$)/,
        },
        { not: { header: 'server', is: /truenas/i } },
      ],
      causes: {},
      usual: { 'role-missing': 32, 'credentials-invalid': 26, 'credentials-missing': 20, 'csrf-missing': 12 },
      says: 'robots reach only what they were given, and a session needs X-Harbor-CSRF-Token',
      source: 'https://goharbor.io/docs/2.10.0/working-with-projects/using-api-explorer/',
    },
    {
      id: 'usual-chart',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:chartrepo|service\/token)/ }],
      causes: {},
      usual: { 'credentials-invalid': 36, 'role-missing': 28, 'credentials-missing': 16, 'object-hidden': 6 },
      says: 'the robot or user may not pull from the project',
      source: 'https://goharbor.io/docs/2.10.0/working-with-projects/using-api-explorer/',
    },
  ],
};

export default vendor;
