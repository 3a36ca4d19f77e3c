import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pfsense-squidguard',
  name: 'squidGuard (pfSense)',
  role: 'forward-proxy',
  present: [{ text: /request denied by pfsense proxy|squidguard/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /request denied by pfsense proxy|access denied by squidguard/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the filter on the way refused',
      source: 'https://docs.netgate.com/pfsense/en/latest/packages/cache-proxy/squidguard.html',
    },
  ],
};

export default vendor;
