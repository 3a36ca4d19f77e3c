import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'watchguard',
  name: 'WatchGuard',
  role: 'forward-proxy',
  present: [{ text: /denied by watchguard http proxy/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /(request|response) denied by watchguard http proxy/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the firewall on the way refused',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
