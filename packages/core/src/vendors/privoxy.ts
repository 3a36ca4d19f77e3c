import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'privoxy',
  name: 'Privoxy',
  role: 'forward-proxy',
  present: [{ text: /privoxy/ }, { header: 'x-filter', is: /privoxy/i }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /privoxy/ }, { text: /block/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'a filter rule of Privoxy covers this address',
      source: 'https://www.privoxy.org/user-manual/actions-file.html',
    },
  ],
};

export default vendor;
