import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'alfresco',
  name: 'Alfresco',
  role: 'app',
  present: [{ path: '/alfresco/' }, { body: '"errorKey":"framework.exception.' }],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [{ body: '"errorkey":"framework.exception.permissiondenied"' }],
      causes: { 'role-missing': 'proves', 'not-owner': 'hints' },
      says: 'the user lacks the permission on this node',
      source: 'https://api-explorer.alfresco.com/api-explorer/',
    },
  ],
};

export default vendor;
