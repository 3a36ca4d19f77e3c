import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cockpit',
  name: 'Cockpit',
  role: 'app',
  present: [
    { header: 'www-authenticate', is: /x-conversation/i },
    { header: 'server', is: /^cockpit/i },
  ],
  refusals: [
    {
      id: 'usual-socket',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/cockpit(?:\+[a-z0-9=._-]{1,40})?\/socket/ }],
      causes: {},
      usual: { 'origin-rejected': 58, 'credentials-expired': 14, 'proxy-refused': 10, 'credentials-missing': 8 },
      says: 'behind a proxy the name must stand in Origins of cockpit.conf',
      source: 'https://cockpit-project.org/guide/latest/cockpit.conf.5',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/cockpit(?:\+[a-z0-9=._-]{1,40})?\/login/ }],
      causes: {},
      usual: {
        'credentials-invalid': 52,
        'role-missing': 16,
        'credentials-missing': 10,
        'step-up-required': 6,
        'policy-denied': 5,
      },
      says: 'the password is wrong, or root is in disallowed-users',
      source: 'https://cockpit-project.org/guide/latest/authentication',
    },
  ],
};

export default vendor;
