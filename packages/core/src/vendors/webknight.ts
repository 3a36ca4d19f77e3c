import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'webknight',
  name: 'AQTRONIX WebKnight',
  role: 'waf',
  present: [{ text: /webknight/ }],
  refusals: [
    {
      id: 'alert',
      alone: true,
      when: [{ text: /webknight application firewall alert|no hacking/ }],
      causes: { 'content-rejected': 'proves', 'method-refused': 'hints', 'client-refused': 'hints' },
      says: 'the filter of IIS saw an attack pattern',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/webknight.py',
    },
  ],
};

export default vendor;
