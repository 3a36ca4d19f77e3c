import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'watchguard',
  name: 'WatchGuard',
  role: 'forward-proxy',
  present: [{ text: /watchguard http proxy/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /request denied by watchguard http proxy/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the firewall on the way refused',
      source: 'https://www.watchguard.com/help/docs/',
    },
  ],
};

export default vendor;
