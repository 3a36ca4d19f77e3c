import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gcore',
  name: 'Gcore',
  role: 'cdn',
  present: [{ header: 'server', is: /^gcore/i }, { header: 'x-id-fe' }, { host: 'gcdn.co' }],
  refusals: [
    {
      id: 'edge',
      when: [{ status: 403 }],
      causes: {
        'credentials-expired': 'suggests',
        'origin-rejected': 'hints',
        'ip-refused': 'hints',
        'client-refused': 'hints',
      },
      says: 'the edge refused: secure token, Referer, country, address or User-Agent rules',
      source: 'https://gcore.com/docs/cdn/cdn-resource-options/security/use-a-secure-token',
    },
  ],
};

export default vendor;
