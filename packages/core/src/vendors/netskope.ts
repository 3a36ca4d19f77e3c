import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'netskope',
  name: 'Netskope',
  role: 'forward-proxy',
  present: [{ text: /netskope/ }, { header: 'via', is: /netskope/i }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /netskope/ }, { text: /block/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the cloud gateway of the company blocks this',
      source: 'https://docs.netskope.com/',
    },
  ],
};

export default vendor;
