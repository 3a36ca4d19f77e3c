import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'yundun',
  name: 'YUNDUN',
  role: 'waf',
  present: [{ header: 'server', is: /^yundun/i }, { cookie: 'yd_cookie' }, { text: 'yundun' }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: 'blocked by yundun cloud waf' }],
      causes: { 'content-rejected': 'proves' },
      says: 'a rule of the firewall matched the request',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/yundun.py',
    },
  ],
};

export default vendor;
