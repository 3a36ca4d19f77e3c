import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'stripe',
  name: 'Stripe',
  role: 'api',
  present: [
    { host: 'stripe.com' },
    { header: 'stripe-version' },
    { text: /docs\.stripe\.com|stripe\.com\/docs|\b(?:sk|rk|pk)_(?:test|live)_/ },
  ],
  refusals: [
    {
      id: 'restricted-key',
      alone: true,
      when: [
        {
          any: [
            { text: 'does not have the required permissions for this endpoint' },
            { text: /having the 'rak_[a-z_]{1,80}' permission would allow/ },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the restricted key lacks a permission; the answer names it',
      source: 'https://docs.stripe.com/keys/restricted-api-keys',
    },
    {
      id: 'no-key',
      alone: true,
      when: [{ text: 'You did not provide an API key.' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no API key came',
      source: 'https://docs.stripe.com/keys/restricted-api-keys',
    },
    {
      id: 'invalid-key',
      alone: true,
      when: [{ text: /invalid api key provided: (?:sk|rk|pk)_/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key is not known',
      source: 'https://docs.stripe.com/error-codes',
    },
    {
      id: 'expired-key',
      alone: true,
      when: [{ text: /expired api key provided/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the API key was rolled or is past its time',
      source: 'https://docs.stripe.com/error-codes#api-key-expired',
    },
    {
      id: 'publishable',
      alone: true,
      when: [{ text: 'This API call cannot be made with a publishable API key' }],
      causes: { 'scope-insufficient': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the publishable key cannot make this call; a secret key is wanted',
      source: 'https://docs.stripe.com/keys',
    },
    {
      id: 'connected-account',
      alone: true,
      when: [
        {
          text: /does not have access to account '?acct_|that account does not exist|application access may have been revoked/,
        },
      ],
      causes: { 'not-owner': 'proves', 'role-missing': 'hints' },
      says: 'the key has no access to this connected account',
      source: 'https://docs.stripe.com/connect/authentication',
    },
    {
      id: 'ip-allowlist',
      alone: true,
      when: [{ text: /the api key provided does not allow requests from your ip address/ }],
      causes: { 'ip-refused': 'proves' },
      says: "the key's address list does not hold this address",
      source: 'https://docs.stripe.com/keys#limit-api-secret-keys-ip-address',
    },
    {
      id: 'https',
      alone: true,
      when: [
        {
          text: /stripe no longer supports api requests made with tls|you must (?:use|make) https|all requests must be made (?:over|via) https/,
        },
      ],
      causes: { 'tls-required': 'proves' },
      says: 'HTTPS with TLS 1.2 or later is wanted',
      source: 'https://support.stripe.com/questions/how-do-i-upgrade-my-openssl-to-support-tls-1-2',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'stripe.com' }],
      causes: {},
      usual: {
        'scope-insufficient': 50,
        'policy-denied': 14,
        'feature-unavailable': 10,
        'ip-refused': 8,
        'role-missing': 8,
      },
      says: 'mostly a restricted key without this permission',
      source: 'https://docs.stripe.com/keys',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'stripe.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 48,
        'credentials-missing': 24,
        'credentials-malformed': 12,
        'credentials-expired': 4,
      },
      says: 'mostly a key that was rolled, or the publishable one',
      source: 'https://docs.stripe.com/keys',
    },
  ],
};

export default vendor;
