import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'openproject',
  name: 'OpenProject',
  role: 'app',
  present: [{ body: 'urn:openproject-org:' }],
  refusals: [
    {
      id: 'missing-permission',
      alone: true,
      when: [{ body: 'urn:openproject-org:api:v3:errors:MissingPermission' }],
      causes: { 'role-missing': 'proves' },
      says: "the user's role lacks the permission",
      source: 'https://www.openproject.org/docs/api/introduction/#errors',
    },
    {
      id: 'unauthenticated',
      alone: true,
      when: [{ body: 'urn:openproject-org:api:v3:errors:Unauthenticated' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'no API key came, or a wrong one',
      source: 'https://www.openproject.org/docs/api/introduction/#errors',
    },
  ],
};

export default vendor;
