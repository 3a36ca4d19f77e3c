import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fortinet-fortiweb',
  name: 'Fortinet FortiWeb',
  role: 'waf',
  present: [
    { cookie: 'fortiwafsid' },
    { cookie: 'cookiesession1' },
    { body: 'fgd_icon' },
    { text: /attack id: ?[0-9]{6,12}/ },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /web page blocked/ }, { text: /attack id: ?[0-9]{6,12}/ }],
      causes: { 'content-rejected': 'proves', 'client-refused': 'hints', 'ip-refused': 'hints' },
      says: 'a signature of the firewall matched; the Attack ID names it',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/fortiweb.py',
    },
  ],
};

export default vendor;
