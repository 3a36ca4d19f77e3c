import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cisco-meraki',
  name: 'Cisco Meraki',
  role: 'forward-proxy',
  present: [
    { text: 'this website is blocked by your network operator' },
    { header: 'location', is: /meraki\.com:8090\/blocked\.cgi/ },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          any: [
            { text: 'this website is blocked by your network operator' },
            { header: 'location', is: /meraki\.com:8090\/blocked\.cgi/ },
          ],
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the content filter of the network blocks this site',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
