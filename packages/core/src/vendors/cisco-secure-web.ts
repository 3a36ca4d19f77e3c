import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cisco-secure-web',
  name: 'Cisco Secure Web Appliance or Umbrella',
  role: 'forward-proxy',
  present: [
    { text: /based on your organization's (access )?policies/ },
    { header: 'via', is: /cisco-wsa|ironport/i },
    { body: 'block.opendns.com' },
    { header: 'location', is: /(block|malware)\.opendns\.com/ },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          any: [
            { text: /based on your organization's (access )?policies/ },
            { text: /this (site|domain) is blocked due to content filtering/ },
            { body: 'block.opendns.com' },
            { header: 'location', is: /(block|malware)\.opendns\.com/ },
          ],
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web gateway of the company blocks this site',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
