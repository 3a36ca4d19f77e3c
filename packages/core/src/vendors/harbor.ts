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
  ],
};

export default vendor;
