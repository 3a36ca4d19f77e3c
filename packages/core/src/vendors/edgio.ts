import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'edgio',
  name: 'Edgio (Edgecast)',
  role: 'cdn',
  present: [{ header: 'server', is: /^(ecs|ecd|ecacc)\b/i }, { header: 'x-ec-security-audit' }],
  refusals: [
    {
      id: 'edge',
      when: [{ status: 403 }],
      causes: {
        'client-refused': 'hints',
        'ip-refused': 'hints',
        'credentials-expired': 'hints',
        'content-rejected': 'hints',
      },
      says: 'the edge refused: token, country or firewall rule',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/edgecast.py',
    },
  ],
};

export default vendor;
