import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'coinbase',
  name: 'Coinbase',
  role: 'api',
  present: [{ host: 'coinbase.com' }, { host: 'gdax.com' }, { sent: 'cb-access-key' }],
  refusals: [
    {
      id: 'clock',
      alone: true,
      when: [{ text: 'request timestamp expired' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the clock of the caller is off, or the request took too long',
      fix: { who: 'caller', text: 'set the clock (NTP), and sign with the time of the server' },
      source: 'https://github.com/coinbase/coinbase-pro-node/issues/222',
    },
    {
      id: 'scope',
      when: [{ any: [{ body: '"id":"invalid_scope"' }, { text: 'missing required scopes' }] }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the key or token lacks the scope',
      source: 'https://docs.cdp.coinbase.com/coinbase-app/api-architecture/status-codes',
    },
    {
      id: 'two-factor',
      when: [{ body: '"id":"two_factor_required"' }],
      causes: { 'step-up-required': 'proves' },
      says: 'a one-time code is wanted in CB-2FA-TOKEN',
      source: 'https://docs.cdp.coinbase.com/coinbase-app/api-architecture/status-codes',
    },
    {
      id: 'token',
      when: [{ body: /"id":"(?:invalid_token|revoked_token)"/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is unknown or revoked',
      source: 'https://docs.cdp.coinbase.com/coinbase-app/api-architecture/status-codes',
    },
    {
      id: 'token-expired',
      when: [{ body: '"id":"expired_token"' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://docs.cdp.coinbase.com/coinbase-app/api-architecture/status-codes',
    },
    {
      id: 'address',
      alone: true,
      when: [{ text: 'ip does not match ip whitelist' }],
      causes: { 'ip-refused': 'proves' },
      says: 'the key lists addresses, and the call comes from another',
      source: 'https://github.com/coinbase/coinbase-pro-node/issues/257',
    },
  ],
};

export default vendor;
