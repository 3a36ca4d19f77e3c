import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'overseerr',
  name: 'Overseerr / Jellyseerr',
  role: 'app',
  present: [{ text: 'You do not have permission to access this endpoint' }],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [{ text: 'You do not have permission to access this endpoint' }],
      causes: { 'credentials-missing': 'suggests', 'role-missing': 'suggests' },
      says: 'no login or API key came, or the user lacks the permission',
      source: 'https://github.com/sct/overseerr/blob/develop/server/middleware/auth.ts',
    },
  ],
};

export default vendor;
