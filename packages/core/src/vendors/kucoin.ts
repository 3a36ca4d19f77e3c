import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'kucoin',
  name: 'KuCoin',
  role: 'api',
  present: [{ host: 'kucoin.com' }],
  refusals: [
    {
      id: 'ip-whitelist',
      alone: true,
      when: [
        {
          any: [
            { text: /the requested ip address is not in the api whitelist/ },
            { text: /your ip .{0,60} is not included in your api key.?s .{0,60}ip whitelist/ },
            { text: "Unmatched IP, please check your API key's bound IP addresses." },
          ],
        },
      ],
      causes: { 'ip-refused': 'proves' },
      says: "the key's address list does not hold this address",
      source: 'https://www.kucoin.com/docs/errors-code/http-codes',
    },
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 54, 'rate-limited': 16, 'client-refused': 10, 'scope-insufficient': 8 },
      says: 'mostly the region, or too many requests from this address',
      source: 'https://www.kucoin.com/docs/errors-code/http-codes',
    },
  ],
};

export default vendor;
