import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'safeline',
  name: 'Chaitin SafeLine',
  role: 'waf',
  present: [{ text: /chaitin safeline|safeline waf/ }, { body: '<!-- event_id:' }, { cookie: 'sl-session' }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /blocked by chaitin safeline|requests are blocked by chaitin/ }],
      causes: { 'content-rejected': 'proves', 'client-refused': 'hints', 'ip-refused': 'hints' },
      says: 'the firewall saw an attack pattern',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/safeline.py',
    },
  ],
};

export default vendor;
