import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wazuh',
  name: 'Wazuh',
  role: 'app',
  present: [{ body: 'documentation.wazuh.com' }, { text: /permission denied: resource type: / }],
  refusals: [
    {
      id: 'role',
      alone: true,
      when: [{ text: 'permission denied: resource type: ' }],
      causes: { 'role-missing': 'proves', 'policy-denied': 'hints' },
      says: 'no policy of the roles of the user allows this action on the resource',
      source: 'https://documentation.wazuh.com/current/user-manual/api/rbac/configuration.html',
    },
  ],
};

export default vendor;
