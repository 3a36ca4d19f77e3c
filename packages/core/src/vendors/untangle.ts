import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'untangle',
  name: 'Untangle (Arista) NG Firewall',
  role: 'forward-proxy',
  present: [{ text: 'because it violates network policy' }, { header: 'location', is: 'web-filter/blockpage?' }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          any: [
            { text: /this web page is blocked because it violates network policy/ },
            { header: 'location', is: 'web-filter/blockpage?' },
          ],
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web filter of the network blocks this page',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
