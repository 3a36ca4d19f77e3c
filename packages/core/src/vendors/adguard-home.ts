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
  ],
};

export default vendor;
