import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-ads',
  name: 'Google Ads API',
  role: 'api',
  present: [{ host: 'googleads.googleapis.com' }, { body: 'google.ads.googleads' }],
  refusals: [
    {
      id: 'customer',
      alone: true,
      when: [{ text: /user_permission_denied|user doesn't have permission to access customer/ }],
      causes: { 'role-missing': 'proves', 'credentials-malformed': 'suggests', 'not-owner': 'suggests' },
      says: 'the user has no access to this customer, or login-customer-id is missing',
      fix: { who: 'caller', text: 'send the id of the manager account as login-customer-id' },
      source: 'https://developers.google.com/google-ads/api/docs/common-errors',
    },
    {
      id: 'developer-token-test',
      alone: true,
      when: [{ text: /developer_token_not_approved|developer token is only approved for use with test accounts/ }],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'suggests' },
      says: 'the developer token works with test accounts only',
      source: 'https://developers.google.com/google-ads/api/docs/common-errors',
    },
    {
      id: 'customer-disabled',
      alone: true,
      when: [
        {
          text: /customer_not_enabled|customer account can't be accessed because it is not yet enabled or has been deactivated/,
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the customer account is not enabled',
      source: 'https://developers.google.com/google-ads/api/docs/common-errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'googleads.googleapis.com' }],
      causes: {},
      usual: {
        'feature-unavailable': 26,
        'role-missing': 26,
        'not-owner': 14,
        'credentials-invalid': 10,
        'scope-insufficient': 8,
      },
      says: "mostly the developer token's access level, or login-customer-id is missing",
      source: 'https://developers.google.com/google-ads/api/docs/common-errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'googleads.googleapis.com' }],
      causes: {},
      usual: {
        'credentials-expired': 36,
        'credentials-invalid': 30,
        'credentials-missing': 10,
        'feature-unavailable': 8,
      },
      says: 'mostly a refresh token that is over (seven days in testing)',
      source: 'https://developers.google.com/google-ads/api/docs/common-errors',
    },
  ],
};

export default vendor;
