import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pihole',
  name: 'Pi-hole',
  role: 'app',
  present: [{ header: 'x-pi-hole' }, { text: /pi-hole|app\.domain/ }, { path: '/admin/api.php' }],
  refusals: [
    {
      id: 'no-session',
      alone: true,
      when: [{ body: '"key":"unauthorized"' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-expired': 'suggests' },
      says: 'no session id came, or it is past its time',
      source: 'https://docs.pi-hole.net/api/auth/',
    },
    {
      id: 'forbidden-config',
      when: [{ body: '"key":"forbidden"' }],
      causes: { 'policy-denied': 'proves' },
      says: 'this setting cannot be changed by the API: it is set by the environment or the permission is off',
      source: 'https://docs.pi-hole.net/api/auth/',
    },
  ],
};

export default vendor;
