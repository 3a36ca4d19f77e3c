import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'imperva',
  name: 'Imperva (Incapsula)',
  role: 'waf',
  present: [
    { header: 'x-iinfo' },
    { header: 'x-cdn', is: /incapsula|imperva/i },
    { cookie: 'visid_incap' },
    { cookie: 'incap_ses' },
    { body: '_incapsula_resource' },
    { text: 'incapsula incident id' },
  ],
  refusals: [
    {
      id: 'security-rules',
      alone: true,
      when: [{ text: /this request was blocked by (the security rules|our security service)/ }],
      causes: { 'content-rejected': 'proves', 'client-refused': 'hints', 'ip-refused': 'hints' },
      says: 'a security rule matched the request',
      source: 'https://docs-cybersec.thalesgroup.com/bundle/cloud-application-security/page/more/error-codes.htm',
    },
    {
      id: 'incident',
      alone: true,
      when: [{ text: /incapsula incident id|_incapsula_resource/ }, { not: { text: /blocked by the security rules/ } }],
      causes: {
        'client-refused': 'suggests',
        'content-rejected': 'hints',
        'ip-refused': 'hints',
        'rate-limited': 'hints',
      },
      says: 'the bot or firewall rules refused, or want a browser to prove itself',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/incapsula.py',
    },
  ],
};

export default vendor;
