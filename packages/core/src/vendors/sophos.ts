import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sophos',
  name: 'Sophos Web Protection',
  role: 'forward-proxy',
  present: [{ text: /sophos (web|firewall|utm|endpoint|web appliance)|www\.sophos\.com/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /sophos/ }, { text: /block|not allow|denied/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web filter of the company blocks this site',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/sophos.py',
    },
  ],
};

export default vendor;
