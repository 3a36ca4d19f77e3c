import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'snapchat',
  name: 'Snapchat',
  role: 'api',
  present: [{ host: 'snapchat.com' }, { host: 'sc-cdn.net' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'adsapi.snapchat.com' }],
      causes: {},
      usual: { 'role-missing': 44, 'scope-insufficient': 16, 'not-owner': 16, 'credentials-invalid': 8 },
      says: 'mostly no role on this ad account',
      source: 'https://developers.snap.com/api/marketing-api/Ads-API/introduction',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'adsapi.snapchat.com' }],
      causes: {},
      usual: { 'credentials-expired': 54, 'credentials-invalid': 22, 'credentials-missing': 8 },
      says: 'mostly a token past its half hour',
      source: 'https://developers.snap.com/api/marketing-api/Ads-API/introduction',
    },
  ],
};

export default vendor;
