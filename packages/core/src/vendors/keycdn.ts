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
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'kxcdn.com' }],
      causes: {},
      usual: {
        'origin-rejected': 44,
        'object-hidden': 14,
        'ip-refused': 12,
        'credentials-expired': 10,
        'credentials-invalid': 8,
        'credentials-missing': 4,
      },
      says: "mostly the zone's referrer list, or the origin refuses the file",
      source: 'https://www.keycdn.com/support/403-forbidden',
    },
  ],
};

export default vendor;
