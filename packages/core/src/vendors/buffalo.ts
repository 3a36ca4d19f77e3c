import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'buffalo',
  name: 'Buffalo (Go)',
  role: 'framework',
  present: [{ text: /csrf token not found\b(?! in)/ }],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [{ text: /csrf token not found\b/ }, { not: { text: 'not found in request' } }],
      causes: { 'csrf-missing': 'proves' },
      says: 'Buffalo: no authenticity token came',
      source: 'https://github.com/gobuffalo/mw-csrf',
    },
  ],
};

export default vendor;
