import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'palo-alto',
  name: 'Palo Alto Networks',
  role: 'forward-proxy',
  present: [
    { text: /you were trying to (visit|use) has been blocked in accordance with/ },
    { header: 'location', is: '/php/urlblock.php' },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          text: /access to the (web page|application) you were trying to (visit|use) has been blocked in accordance with/,
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the firewall of the company blocks this page',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
