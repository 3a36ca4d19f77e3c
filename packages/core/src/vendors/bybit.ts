import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bybit',
  name: 'Bybit',
  role: 'api',
  present: [{ host: 'bybit.com' }, { host: 'bytick.com' }, { body: '"retextinfo"' }],
  refusals: [
    {
      id: 'key',
      when: [{ body: /"ret_?code" ?: ?10003\b/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key is unknown, or of testnet against mainnet',
      source: 'https://bybit-exchange.github.io/docs/v5/error',
    },
    {
      id: 'signature',
      when: [{ body: /"ret_?code" ?: ?10004\b/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the signature does not match',
      source: 'https://bybit-exchange.github.io/docs/v5/error',
    },
    {
      id: 'permission',
      when: [{ body: /"ret_?code" ?: ?10005\b/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the key lacks the permission',
      source: 'https://bybit-exchange.github.io/docs/v5/error',
    },
    {
      id: 'address',
      when: [{ body: /"ret_?code" ?: ?10010\b/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the key is bound to other addresses',
      source: 'https://bybit-exchange.github.io/docs/v5/error',
    },
    {
      id: 'clock',
      when: [{ body: /"ret_?code" ?: ?10002\b/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the request is outside recv_window: the clock is off',
      source: 'https://bybit-exchange.github.io/docs/v5/error',
    },
    {
      id: 'rate',
      when: [{ body: /"ret_?code" ?: ?(?:10006|10018)\b/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'too many calls',
      source: 'https://bybit-exchange.github.io/docs/v5/error',
    },
    {
      id: 'ban',
      when: [{ body: /"ret_?code" ?: ?(?:10008|10009|10024)\b/ }],
      causes: { 'policy-denied': 'proves', 'ip-refused': 'hints' },
      says: 'the account or address is banned, or compliance rules stand against it',
      source: 'https://bybit-exchange.github.io/docs/v5/error',
    },
    {
      id: 'edge',
      when: [{ host: /(?:^|\.)(?:bybit|bytick)\.com$/ }, { status: 403 }, { not: { body: 'retcode' } }],
      causes: {},
      usual: { 'ip-refused': 64, 'rate-limited': 16, 'client-refused': 12 },
      says: 'mostly the region is not served, or too many requests from this address',
      source: 'https://bybit-exchange.github.io/docs/v5/error',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { any: [{ host: 'bybit.com' }, { host: 'bytick.com' }] }],
      causes: {},
      usual: { 'credentials-invalid': 70, 'credentials-expired': 12, 'credentials-missing': 8 },
      says: 'mostly a key of the test net or a wrong signature',
      source: 'https://bybit-exchange.github.io/docs/v5/error',
    },
  ],
};

export default vendor;
