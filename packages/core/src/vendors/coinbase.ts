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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'coinbase.com' }, { host: 'gdax.com' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'credentials-malformed': 30,
        'credentials-expired': 20,
        'credentials-missing': 6,
      },
      says: 'mostly the JWT or signature: key name, newline in the secret, clock',
      source: 'https://docs.cdp.coinbase.com/get-started/authentication/jwt-authentication',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'coinbase.com' }, { host: 'gdax.com' }] }],
      causes: {},
      usual: {
        'scope-insufficient': 38,
        'ip-refused': 26,
        'role-missing': 10,
        'feature-unavailable': 10,
        'client-refused': 6,
      },
      says: 'mostly the key lacks a permission, or the address is not on its list',
      source: 'https://docs.cdp.coinbase.com/get-started/authentication/jwt-authentication',
    },
  ],
};

export default vendor;
