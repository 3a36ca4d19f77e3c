import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'shield-security',
  name: 'Shield Security',
  role: 'waf',
  present: [{ text: /blocked by the shield|remaining transgression\(s\) against this site/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          text: /you were blocked by the shield|something in the (url|request), form or cookie data wasn't appropriate/,
        },
      ],
      causes: { 'content-rejected': 'suggests', 'ip-refused': 'hints', 'client-refused': 'hints' },
      says: 'the WordPress firewall plugin matched the request',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/shieldsecurity.py',
    },
  ],
};

export default vendor;
