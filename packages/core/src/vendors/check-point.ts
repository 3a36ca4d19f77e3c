import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'check-point',
  name: 'Check Point',
  role: 'forward-proxy',
  present: [{ text: /usercheck|blocked according to the organization security policy/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /blocked according to the organization'?s? security policy/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the gateway of the company blocks this site',
      source: 'https://sc1.checkpoint.com/documents/',
    },
  ],
};

export default vendor;
