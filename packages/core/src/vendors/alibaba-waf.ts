import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'alibaba-waf',
  name: 'Alibaba Cloud WAF',
  role: 'waf',
  present: [{ cookie: 'acw_tc' }, { body: 'errors.aliyun.com' }, { cookie: 'acw_sc__' }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /your request has been blocked as it may cause potential threats to the server's security/ }],
      causes: { 'content-rejected': 'proves', 'client-refused': 'hints', 'ip-refused': 'hints' },
      says: 'a rule of the firewall matched the request',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/aliyundun.py',
    },
    {
      id: 'challenge',
      when: [{ cookie: 'acw_sc__' }, { status: [200, 403] }],
      causes: { 'client-refused': 'proves' },
      says: 'the firewall wants its script to run first',
      source: 'https://www.alibabacloud.com/help/en/waf/web-application-firewall-3-0/user-guide/bot-management',
    },
  ],
};

export default vendor;
