import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'octopus-deploy',
  name: 'Octopus Deploy',
  role: 'app',
  present: [{ header: 'x-octopus-node' }, { sent: 'x-octopus-apikey' }, { text: 'octopus administrator' }],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [
        {
          text: /you do not have permission to perform this action\. please contact your octopus (?:deploy )?administrator\. missing permission: /,
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: "the API key's user lacks a permission; the answer names it",
      source: 'https://octopus.com/docs/security/users-and-teams',
    },
  ],
};

export default vendor;
