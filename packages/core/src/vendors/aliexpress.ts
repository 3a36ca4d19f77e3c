import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aliexpress',
  name: 'AliExpress, Shein, Temu, Shopee, Lazada',
  role: 'app',
  present: [
    { host: 'aliexpress.com' },
    { host: 'shein.com' },
    { host: 'temu.com' },
    { host: 'shopee.com' },
    { host: 'shopee.sg' },
    { host: 'lazada.com' },
    { host: 'alibaba.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 66, 'ip-refused': 12, 'credentials-missing': 8, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://openservice.aliexpress.com/',
    },
  ],
};

export default vendor;
