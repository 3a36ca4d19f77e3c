import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'adguard-home',
  name: 'AdGuard Home',
  role: 'app',
  present: [{ cookie: 'agh_session' }, { path: '/control/' }],
  refusals: [
    {
      id: 'session',
      when: [{ status: [401, 403] }, { path: '/control/' }, { text: /\b(?:unauthorized|forbidden)\b/ }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'no session cookie or basic login came',
      source: 'https://github.com/AdguardTeam/AdGuardHome/wiki/Configuration',
    },
    {
      id: 'usual-control',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/control\/(?:status|stats|filtering|clients|querylog|rewrite|dns_info|login|blocked_services|access)/,
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 44, 'credentials-invalid': 30, 'rate-limited': 14, 'ip-refused': 4 },
      says: 'the user and password go by Basic; failed logins lock the address',
      source: 'https://github.com/AdguardTeam/AdGuardHome/wiki/Configuration',
    },
  ],
};

export default vendor;
