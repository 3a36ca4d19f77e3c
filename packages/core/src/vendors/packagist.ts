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
  ],
};

export default vendor;
