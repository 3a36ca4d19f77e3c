import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'klaviyo',
  name: 'Klaviyo',
  role: 'api',
  present: [{ host: 'klaviyo.com' }, { sent: 'authorization', is: 'Klaviyo-API-Key' }],
  refusals: [
    {
      id: 'permission',
      when: [{ code: 'permission_denied' }, { status: 403 }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'hints' },
      says: 'the private key lacks the scope of this endpoint',
      source: 'https://developers.klaviyo.com/en/docs/rate_limits_and_error_handling',
    },
    {
      id: 'missing',
      when: [{ code: 'not_authenticated' }],
      causes: { 'credentials-missing': 'proves', 'credentials-malformed': 'hints' },
      says: 'no private key in the form Klaviyo-API-Key and key',
      source: 'https://developers.klaviyo.com/en/docs/rate_limits_and_error_handling',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'klaviyo.com' }],
      causes: {},
      usual: {
        'scope-insufficient': 58,
        'credentials-invalid': 10,
        'policy-denied': 8,
        'origin-rejected': 6,
        'role-missing': 6,
      },
      says: 'mostly the private key lacks a scope',
      source: 'https://developers.klaviyo.com/en/docs/authenticate_',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'klaviyo.com' }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-malformed': 24, 'credentials-missing': 16 },
      says: 'mostly the word Klaviyo-API-Key is missing before the key, or a public key',
      source: 'https://developers.klaviyo.com/en/docs/authenticate_',
    },
  ],
};

export default vendor;
