import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'amazon-ads',
  name: 'Amazon Ads',
  role: 'api',
  present: [
    { host: 'advertising-api.amazon.com' },
    { host: 'advertising-api-eu.amazon.com' },
    { host: 'advertising-api-fe.amazon.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'not-owner': 24,
        'credentials-invalid': 24,
        'role-missing': 16,
        'scope-insufficient': 14,
        'feature-unavailable': 8,
      },
      says: "mostly a profile that is not the caller's, or of another region",
      source: 'https://advertising.amazon.com/API/docs/en-us/guides/account-management/authorization/overview',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 42, 'credentials-invalid': 36, 'credentials-missing': 8 },
      says: 'mostly a token past its hour, or the scope header',
      source: 'https://advertising.amazon.com/API/docs/en-us/guides/account-management/authorization/overview',
    },
  ],
};

export default vendor;
