import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bing-ads',
  name: 'Microsoft Advertising',
  role: 'api',
  present: [{ host: 'bingads.microsoft.com' }, { host: 'ads.microsoft.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 34, 'feature-unavailable': 20, 'credentials-invalid': 18, 'not-owner': 10 },
      says: 'mostly the developer token or the account',
      source: 'https://learn.microsoft.com/en-us/advertising/guides/handle-service-errors-exceptions',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 44, 'credentials-invalid': 28, 'credentials-missing': 8 },
      says: 'mostly a token past its hour',
      source: 'https://learn.microsoft.com/en-us/advertising/guides/handle-service-errors-exceptions',
    },
  ],
};

export default vendor;
