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
  ],
};

export default vendor;
