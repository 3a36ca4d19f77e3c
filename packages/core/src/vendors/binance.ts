import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'binance',
  name: 'Binance',
  role: 'api',
  present: [
    { host: 'binance.com' },
    { host: 'binance.us' },
    { host: 'binance.vision' },
    { text: /restricted location according to 'b\. eligibility'/ },
  ],
  refusals: [
    {
      id: 'code-2015',
      alone: true,
      when: [{ any: [{ code: '-2015' }, { text: 'Invalid API-key, IP, or permissions for action' }] }],
      causes: { 'ip-refused': 'suggests', 'scope-insufficient': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the key is wrong, not allowed from this address, or lacks the permission: the answer does not tell which',
      source: 'https://developers.binance.com/docs/binance-spot-api-docs/errors',
    },
    {
      id: 'location',
      alone: true,
      when: [{ text: /service unavailable from a restricted location/ }],
      causes: { 'ip-refused': 'proves', 'policy-denied': 'hints' },
      says: 'Binance does not serve the country of this address',
      source: 'https://developers.binance.com/docs/binance-spot-api-docs/errors',
    },
    {
      id: 'timestamp',
      alone: true,
      when: [
        {
          any: [{ code: '-1021' }, { text: /timestamp for this request (?:was [0-9]{1,9}ms ahead of|is outside of)/ }],
        },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: "the request's time is outside recvWindow: the clock is wrong",
      source: 'https://developers.binance.com/docs/binance-spot-api-docs/errors',
    },
    {
      id: 'signature',
      alone: true,
      when: [{ any: [{ code: '-1022' }, { text: 'Signature for this request is not valid.' }] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the signature does not fit the secret or the parameters',
      source: 'https://developers.binance.com/docs/binance-spot-api-docs/errors',
    },
    {
      id: 'banned',
      alone: true,
      when: [{ text: /way too (?:many|much) requests.{0,40}(?:ip banned until|use the websocket)/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'the address is banned until the time that the answer names',
      source: 'https://developers.binance.com/docs/binance-spot-api-docs/errors',
    },
    {
      id: 'waf',
      when: [
        { status: [403, 418] },
        { host: 'binance.com' },
        { not: { text: 'restricted location' } },
        { not: { text: 'ip banned until' } },
      ],
      causes: {},
      usual: { 'ip-refused': 34, 'rate-limited': 24, 'content-rejected': 22, 'client-refused': 12 },
      says: 'mostly the firewall: the region, too many requests or an odd query',
      source: 'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information',
    },
    {
      id: 'usual-451',
      when: [{ status: 451 }, { host: 'binance.com' }],
      causes: {},
      usual: { 'ip-refused': 92, 'policy-denied': 4, 'proxy-refused': 2 },
      says: 'the region that the request comes from is not served',
      source: 'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'binance.com' }, { host: 'binance.us' }, { host: 'binance.vision' }] }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'ip-refused': 24, 'scope-insufficient': 12, 'credentials-missing': 4 },
      says: "mostly a key of the test net, a right that is off, or an address outside the key's list",
      source: 'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information',
    },
  ],
};

export default vendor;
