import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'qrator',
  name: 'Qrator',
  role: 'waf',
  present: [{ header: 'server', is: /^qrator/i }, { cookie: 'qrator_' }],
  refusals: [
    {
      id: 'blocked',
      when: [{ status: [401, 403] }],
      causes: { 'client-refused': 'suggests', 'ip-refused': 'hints', 'rate-limited': 'hints' },
      says: 'the filter takes the client for an automaton or refuses its address',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/qrator.py',
    },
  ],
};

export default vendor;
