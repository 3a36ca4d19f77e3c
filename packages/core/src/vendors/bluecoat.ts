import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bluecoat',
  name: 'Symantec ProxySG (Blue Coat)',
  role: 'forward-proxy',
  present: [
    { header: 'proxy-agent', is: /blue ?coat/i },
    { header: 'x-bluecoat-via' },
    { header: 'via', is: /bluecoat|proxysg/i },
    { text: /access denied \((policy_denied|content_filter_denied|authentication_failed)\)|content categorization:/ },
  ],
  refusals: [
    {
      id: 'denied',
      alone: true,
      when: [
        {
          text: /access denied \((policy_denied|content_filter_denied)\)|your request was denied because of its content categorization|your system policy has denied access to the requested url/,
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'a policy of the web gateway on the way refused',
      source: 'https://knowledge.broadcom.com/external/article/165387/',
    },
    {
      id: 'authentication',
      alone: true,
      when: [{ text: /access denied \(authentication_failed\)|your credentials could not be authenticated/ }],
      causes: { 'proxy-refused': 'proves', 'credentials-invalid': 'suggests' },
      says: 'the web gateway did not accept the login',
      source: 'https://knowledge.broadcom.com/external/article/165387/',
    },
  ],
};

export default vendor;
