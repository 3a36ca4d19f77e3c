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
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/api\/(?:stats\/summary|stats\/top_[a-z]{3,10}|dns\/blocking|info\/ftl)(?:\?|$)/ },
      ],
      causes: {},
      usual: { 'credentials-missing': 44, 'credentials-expired': 22, 'credentials-invalid': 18, 'rate-limited': 4 },
      says: 'a session id of /api/auth is asked for, as X-FTL-SID',
      source: 'https://docs.pi-hole.net/api/auth/',
    },
    {
      id: 'usual-admin',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/admin\/(?:index\.php|login\.php|groups|queries|settings)(?:[./?]|$)/ },
        { header: 'x-pi-hole' },
      ],
      causes: {},
      usual: { 'host-rejected': 34, 'ip-refused': 22, 'server-rule': 18, 'file-permissions': 14 },
      says: 'the name in the address is not one of the Pi-hole, or lighttpd cannot read the pages',
      source: 'https://docs.pi-hole.net/api/auth/',
    },
  ],
};

export default vendor;
