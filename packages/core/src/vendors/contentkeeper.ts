import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'contentkeeper',
  name: 'ContentKeeper',
  role: 'forward-proxy',
  present: [{ text: 'blocked by contentkeeper' }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: 'blocked by contentkeeper' }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web filter of the network blocks this page',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
