import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fortigate',
  name: 'Fortinet FortiGate',
  role: 'forward-proxy',
  present: [{ text: /fortiguard|fortigate/ }, { header: 'server', is: /^fortiproxy/i }],
  refusals: [
    {
      id: 'web-filter',
      alone: true,
      when: [
        {
          text: /fortiguard intrusion prevention - access blocked|fortiguard web filtering|web page (that|which) is in violation of your internet usage policy|powered by fortiguard/,
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web filter of the company blocks this category',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
    {
      id: 'url-banned',
      alone: true,
      when: [{ text: /the page you have requested has been blocked,? because the url is banned/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the site is on the ban list of the firewall',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
