import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'etsy-site',
  name: 'Etsy (site)',
  role: 'app',
  present: [{ host: 'www.etsy.com' }, { host: 'i.etsystatic.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 76, 'ip-refused': 10, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://www.etsy.com/legal/terms-of-use',
    },
  ],
};

export default vendor;
