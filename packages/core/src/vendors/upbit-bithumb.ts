import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'upbit-bithumb',
  name: 'Upbit, Bithumb, Coincheck, bitFlyer',
  role: 'api',
  present: [{ host: 'upbit.com' }, { host: 'bithumb.com' }, { host: 'coincheck.com' }, { host: 'bitflyer.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 34, 'ip-refused': 32, 'credentials-malformed': 16, 'scope-insufficient': 8 },
      says: "mostly the address is not on the key's list, or the query hash of the JWT",
      source: 'https://docs.upbit.com/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 44, 'rate-limited': 20, 'client-refused': 14 },
      says: 'mostly the country or too many requests',
      source: 'https://docs.upbit.com/',
    },
  ],
};

export default vendor;
