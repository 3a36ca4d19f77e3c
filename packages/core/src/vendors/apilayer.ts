import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'apilayer',
  name: 'apilayer (ipstack, Fixer, marketstack)',
  role: 'api',
  present: [
    { host: 'ipstack.com' },
    { host: 'fixer.io' },
    { host: 'apilayer.com' },
    { host: 'apilayer.net' },
    { host: 'marketstack.com' },
    { host: 'aviationstack.com' },
    { host: 'weatherstack.com' },
    { host: 'numverify.com' },
    { body: 'support@apilayer.com' },
  ],
  refusals: [
    {
      id: 'missing',
      alone: true,
      when: [{ code: 'missing_access_key' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no access_key came',
      source: 'https://ipstack.com/documentation',
    },
    {
      id: 'invalid',
      alone: true,
      when: [{ code: 'invalid_access_key' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the access_key is unknown',
      source: 'https://ipstack.com/documentation',
    },
    {
      id: 'plan',
      alone: true,
      when: [{ code: ['https_access_restricted', 'function_access_restricted', 'base_currency_access_restricted'] }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the plan does not include HTTPS or this function',
      source: 'https://ipstack.com/documentation',
    },
    {
      id: 'usage',
      alone: true,
      when: [{ code: 'usage_limit_reached' }],
      causes: { 'rate-limited': 'proves', 'feature-unavailable': 'hints' },
      says: 'the monthly calls of the plan are used up',
      source: 'https://ipstack.com/documentation',
    },
    {
      id: 'inactive',
      alone: true,
      when: [{ code: 'inactive_user' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is not active',
      source: 'https://ipstack.com/documentation',
    },
    {
      id: 'usual-401',
      when: [
        { status: 401 },
        {
          any: [
            { host: 'ipstack.com' },
            { host: 'fixer.io' },
            { host: 'apilayer.com' },
            { host: 'apilayer.net' },
            { host: 'marketstack.com' },
            { host: 'aviationstack.com' },
            { host: 'weatherstack.com' },
            { host: 'numverify.com' },
          ],
        },
      ],
      causes: {},
      usual: { 'credentials-invalid': 45, 'credentials-missing': 30, 'credentials-malformed': 8, 'policy-denied': 5 },
      says: 'mostly a wrong key, or one of a sister service',
      source: 'https://ipstack.com/documentation',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        {
          any: [
            { host: 'ipstack.com' },
            { host: 'fixer.io' },
            { host: 'apilayer.com' },
            { host: 'apilayer.net' },
            { host: 'marketstack.com' },
            { host: 'aviationstack.com' },
            { host: 'weatherstack.com' },
            { host: 'numverify.com' },
          ],
        },
      ],
      causes: {},
      usual: { 'feature-unavailable': 55, 'credentials-invalid': 14, 'tls-required': 10, 'rate-limited': 8 },
      says: 'mostly the free plan does not include this endpoint or https',
      source: 'https://ipstack.com/documentation',
    },
  ],
};

export default vendor;
