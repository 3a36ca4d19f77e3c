import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'barracuda',
  name: 'Barracuda',
  role: 'waf',
  present: [
    { cookie: /^(barra_counter_session|bni_persistence|bni__barracuda|bn[ies]s_)/ },
    { header: 'server', is: /^barracuda/i },
    { text: 'barracuda networks' },
  ],
  refusals: [
    {
      id: 'blocked',
      when: [
        { status: [403, 400, 404] },
        {
          any: [
            { text: 'barracuda networks' },
            { cookie: /^(barra_counter_session|bni_persistence|bni__barracuda|bn[ies]s_)/ },
          ],
        },
      ],
      causes: { 'content-rejected': 'suggests', 'ip-refused': 'hints', 'client-refused': 'hints' },
      says: 'the web application firewall refused',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/barracuda.py',
    },
  ],
};

export default vendor;
