import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'kerio-control',
  name: 'Kerio Control',
  role: 'forward-proxy',
  present: [{ header: 'server', is: /^kerio control/i }, { text: 'kerio control' }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /blocked by kerio control/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the firewall of the network blocks this page',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
