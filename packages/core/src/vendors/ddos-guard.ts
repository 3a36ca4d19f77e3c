import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ddos-guard',
  name: 'DDoS-Guard',
  role: 'waf',
  present: [{ header: 'server', is: /^ddos-guard/i }, { cookie: /^__ddg/ }, { text: 'ddos-guard' }],
  refusals: [
    {
      id: 'challenge',
      alone: true,
      when: [{ text: /checking your browser before accessing|ddos protection by ddos-guard/ }, { text: /ddos-guard/ }],
      causes: { 'client-refused': 'proves' },
      says: 'the filter wants a browser to prove itself',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/ddosguard.py',
    },
    {
      id: 'bare',
      when: [{ status: 403 }, { not: { text: /checking your browser/ } }],
      causes: { 'client-refused': 'suggests', 'ip-refused': 'hints', 'rate-limited': 'hints' },
      says: 'the filter refused',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/ddosguard.py',
    },
  ],
};

export default vendor;
