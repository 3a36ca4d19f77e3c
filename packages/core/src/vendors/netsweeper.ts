import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'netsweeper',
  name: 'Netsweeper',
  role: 'forward-proxy',
  present: [
    { body: 'poweredbynetsweeper.com' },
    { body: '/webadmin/deny/' },
    { header: 'location', is: '/webadmin/deny/' },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          any: [
            { body: 'poweredbynetsweeper.com' },
            { body: '/webadmin/deny/' },
            { header: 'location', is: '/webadmin/deny/' },
          ],
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web filter of the network or provider blocks this page',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
