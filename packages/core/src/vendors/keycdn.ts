import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'keycdn',
  name: 'KeyCDN',
  role: 'cdn',
  present: [{ header: 'server', is: /^keycdn/i }, { host: 'kxcdn.com' }],
  refusals: [
    {
      id: 'edge',
      when: [{ status: 403 }, { header: 'server', is: /^keycdn/i }],
      causes: {
        'credentials-expired': 'suggests',
        'origin-rejected': 'hints',
        'ip-refused': 'hints',
        'object-hidden': 'hints',
      },
      says: 'the edge refused: secure token, zone referrers, blocked countries, or the origin',
      source: 'https://www.keycdn.com/support/secure-token',
    },
  ],
};

export default vendor;
