import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'stackpath',
  name: 'StackPath',
  role: 'waf',
  present: [{ header: 'x-sp-url' }, { header: 'x-sp-waf' }, { text: /protected by stackpath/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        { text: /is using a security service for protection against online attacks/ },
        { text: /an action has triggered the service and blocked your request|stackpath/ },
      ],
      causes: { 'content-rejected': 'suggests', 'client-refused': 'hints', 'ip-refused': 'hints' },
      says: 'a rule of the firewall refused',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/stackpath.py',
    },
  ],
};

export default vendor;
