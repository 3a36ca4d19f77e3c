import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'palo-alto',
  name: 'Palo Alto Networks',
  role: 'forward-proxy',
  present: [{ text: /has been blocked in accordance with company policy/ }, { header: 'server', is: /^panweb/i }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /has been blocked in accordance with company policy/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the firewall of the company blocks this page',
      source:
        'https://docs.paloaltonetworks.com/advanced-url-filtering/administration/configuring-url-filtering/url-filtering-response-pages',
    },
  ],
};

export default vendor;
