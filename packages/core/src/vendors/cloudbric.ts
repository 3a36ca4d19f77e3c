import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cloudbric',
  name: 'Cloudbric',
  role: 'waf',
  present: [{ text: 'cloudbric' }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: 'your request was blocked by cloudbric' }],
      causes: { 'content-rejected': 'proves', 'ip-refused': 'hints', 'client-refused': 'hints' },
      says: 'a rule of the firewall refused',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/cloudbric.py',
    },
  ],
};

export default vendor;
