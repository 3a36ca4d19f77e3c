import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cisco-secure-web',
  name: 'Cisco Secure Web Appliance or Umbrella',
  role: 'forward-proxy',
  present: [
    { text: /based on your organization's (access )?policies|cisco umbrella|opendns/ },
    { header: 'via', is: /cisco-wsa|ironport/i },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /based on your organization's (access )?policies|cisco umbrella|opendns/ }, { text: /block/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web gateway of the company blocks this site',
      source: 'https://www.cisco.com/c/en/us/support/security/web-security-appliance/series.html',
    },
  ],
};

export default vendor;
