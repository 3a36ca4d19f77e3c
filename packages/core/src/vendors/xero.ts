import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'xero',
  name: 'Xero',
  role: 'api',
  present: [{ host: 'api.xero.com' }],
  refusals: [
    {
      id: 'unsuccessful',
      alone: true,
      when: [{ any: [{ text: 'AuthenticationUnsuccessful' }, { text: 'AuthorizationUnsuccessful' }] }],
      causes: { 'not-owner': 'proves', 'scope-insufficient': 'suggests' },
      says: 'the token has no connection to the tenant of Xero-tenant-id, or lacks the scope',
      source: 'https://developer.xero.com/documentation/api/accounting/responsecodes',
    },
    {
      id: 'expired',
      when: [{ text: 'TokenExpired' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its half hour',
      source: 'https://developer.xero.com/documentation/api/accounting/responsecodes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-expired': 42,
        'credentials-invalid': 20,
        'scope-insufficient': 20,
        'credentials-missing': 8,
      },
      says: 'mostly a token past its 30 minutes, or without the scope',
      source: 'https://developer.xero.com/documentation/guides/oauth2/troubleshooting/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'not-owner': 40,
        'scope-insufficient': 16,
        'credentials-missing': 14,
        'feature-unavailable': 12,
        'policy-denied': 6,
      },
      says: "mostly xero-tenant-id is missing or another organisation's",
      source: 'https://developer.xero.com/documentation/guides/oauth2/troubleshooting/',
    },
  ],
};

export default vendor;
