import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sneaker-sites',
  name: 'Nike, Adidas, Zalando, StockX (sites)',
  role: 'app',
  present: [
    { host: 'nike.com' },
    { host: 'adidas.com' },
    { host: 'zalando.de' },
    { host: 'zalando.com' },
    { host: 'stockx.com' },
    { host: 'footlocker.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 80, 'ip-refused': 8, 'rate-limited': 3 },
      says: 'the bot wall',
      source: 'https://stockx.com/terms',
    },
  ],
};

export default vendor;
