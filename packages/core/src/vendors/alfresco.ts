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
    {
      id: 'usual-api',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/alfresco\/(?:api|s|service|wcservice)\// }],
      causes: {},
      usual: { 'credentials-invalid': 34, 'credentials-missing': 26, 'role-missing': 24, 'credentials-expired': 8 },
      says: 'the ticket is past its time or not coded in Base64, or the node refuses the user',
      source: 'https://docs.alfresco.com/content-services/latest/develop/rest-api-guide/',
    },
    {
      id: 'usual-share',
      alone: true,
      when: [{ status: 403 }, { not: { method: ['GET', 'HEAD'] } }, { path: /^\/share\/(?:proxy|page|service)\// }],
      causes: {},
      usual: { 'csrf-missing': 34, 'origin-rejected': 28, 'csrf-invalid': 18, 'role-missing': 8 },
      says: 'the CSRF filter of Share checks token, Referer and Origin',
      source: 'https://docs.alfresco.com/content-services/latest/develop/rest-api-guide/',
    },
  ],
};

export default vendor;
