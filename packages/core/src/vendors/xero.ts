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
  ],
};

export default vendor;
