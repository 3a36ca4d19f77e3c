import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'deribit-bitmex',
  name: 'Deribit and BitMEX',
  role: 'api',
  present: [{ host: 'deribit.com' }, { host: 'bitmex.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 46, 'scope-insufficient': 18, 'rate-limited': 12, 'credentials-invalid': 8 },
      says: 'mostly the country, or a key without this right',
      source: 'https://www.bitmex.com/app/apiOverview',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 62, 'credentials-expired': 16, 'credentials-missing': 6 },
      says: 'mostly a key of the test net, or the clock',
      source: 'https://www.bitmex.com/app/apiOverview',
    },
  ],
};

export default vendor;
