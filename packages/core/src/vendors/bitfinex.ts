import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bitfinex',
  name: 'Bitfinex, Bitstamp, Gemini',
  role: 'api',
  present: [
    { host: 'api.bitfinex.com' },
    { host: 'api-pub.bitfinex.com' },
    { host: 'bitstamp.net' },
    { host: 'api.gemini.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 34, 'scope-insufficient': 26, 'client-refused': 14, 'credentials-invalid': 12 },
      says: 'mostly the address or country, or a key without this right',
      source: 'https://docs.bitfinex.com/docs/requirements-and-limitations',
    },
  ],
};

export default vendor;
