import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'forcepoint',
  name: 'Forcepoint (Websense)',
  role: 'forward-proxy',
  present: [
    { text: /websense|forcepoint|content blocked by your organization/ },
    { header: 'server', is: /^websense/i },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /websense|forcepoint|content blocked by your organization/ }, { text: /block|filtered/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web filter of the company blocks this category',
      source: 'https://help.forcepoint.com/',
    },
  ],
};

export default vendor;
