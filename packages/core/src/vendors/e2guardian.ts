import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'e2guardian',
  name: 'e2guardian or DansGuardian',
  role: 'forward-proxy',
  present: [{ text: /dansguardian|e2guardian|has been denied for the following reason/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /access to the page:? .{0,300}has been denied for the following reason/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the content filter on the way refused',
      source: 'https://github.com/e2guardian/e2guardian/blob/v5.5/data/languages/ukenglish/template.html',
    },
  ],
};

export default vendor;
