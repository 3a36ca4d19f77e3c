import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bitget-mexc',
  name: 'Bitget, MEXC, HTX, BingX, Phemex',
  role: 'api',
  present: [
    { host: 'api.bitget.com' },
    { host: 'mexc.com' },
    { host: 'api.huobi.pro' },
    { host: 'htx.com' },
    { host: 'bingx.com' },
    { host: 'phemex.com' },
    { host: 'bitmart.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'ip-refused': 44,
        'client-refused': 18,
        'rate-limited': 14,
        'scope-insufficient': 8,
        'credentials-invalid': 6,
      },
      says: 'mostly the country, or too many requests from this address',
      source: 'https://www.bitget.com/api-doc/common/intro',
    },
  ],
};

export default vendor;
