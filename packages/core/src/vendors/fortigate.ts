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
          text: /fortiguard (intrusion prevention|web filtering|downtime)|web page that is in violation of your internet usage policy|url you requested has been blocked by fortiguard/,
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web filter of the company blocks this category',
      source: 'https://docs.fortinet.com/document/fortigate/latest/administration-guide/',
    },
    {
      id: 'url-banned',
      alone: true,
      when: [{ text: /the page you have requested has been blocked because the url is banned/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the site is on the ban list of the firewall',
      source: 'https://docs.fortinet.com/document/fortigate/latest/administration-guide/',
    },
  ],
};

export default vendor;
