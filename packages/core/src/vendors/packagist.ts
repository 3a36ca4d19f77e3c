import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'packagist',
  name: 'Packagist',
  role: 'registry',
  present: [{ host: 'packagist.org' }, { host: 'packagist.com' }],
  refusals: [
    {
      id: 'token',
      alone: true,
      when: [{ text: /missing or invalid username\/apitoken in request/ }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'suggests' },
      says: 'user name or API token is wrong',
      source: 'https://packagist.org/apidoc',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'packagist.com' }],
      causes: {},
      usual: { 'credentials-missing': 42, 'credentials-invalid': 32, 'credentials-expired': 8, 'role-missing': 6 },
      says: 'mostly auth.json has no token for the private repository',
      source: 'https://packagist.com/docs/setup',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'role-missing': 34,
        'ip-refused': 14,
        'policy-denied': 14,
        'credentials-invalid': 14,
        'proxy-refused': 8,
      },
      says: "mostly the token's access to the package",
      source: 'https://packagist.com/docs/setup',
    },
  ],
};

export default vendor;
