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
      causes: {},
      usual: {
        'credentials-expired': 24,
        'origin-rejected': 24,
        'ip-refused': 20,
        'credentials-invalid': 10,
        'client-refused': 8,
        'credentials-missing': 6,
      },
      says: 'mostly the referrer list, a secure token or the country list',
      source: 'https://gcore.com/docs/cdn/cdn-resource-options/security/use-a-secure-token',
    },
  ],
};

export default vendor;
