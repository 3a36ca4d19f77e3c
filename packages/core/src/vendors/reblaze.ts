import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'reblaze',
  name: 'Reblaze',
  role: 'waf',
  present: [{ cookie: 'rbzid' }, { header: 'server', is: /^reblaze/i }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /current session has been terminated/ }, { text: /access denied \([0-9]{3}\)/ }],
      causes: {
        'content-rejected': 'suggests',
        'client-refused': 'hints',
        'ip-refused': 'hints',
        'rate-limited': 'hints',
      },
      says: 'the gateway refused and ended the session',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/reblaze.py',
    },
    {
      id: 'challenge',
      when: [{ body: 'rbzid' }, { status: [200, 247, 403] }],
      causes: { 'client-refused': 'proves' },
      says: 'the gateway wants its script to run first',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/reblaze.py',
    },
  ],
};

export default vendor;
