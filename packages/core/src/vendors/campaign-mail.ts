import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'campaign-mail',
  name: 'ActiveCampaign, ConvertKit, Constant Contact, GetResponse',
  role: 'api',
  present: [
    { host: 'api-us1.com' },
    { host: 'convertkit.com' },
    { host: 'kit.com' },
    { host: 'cc.email' },
    { host: 'getresponse.com' },
    { host: 'customer.io' },
    { host: 'iterable.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'scope-insufficient': 18, 'role-missing': 8, 'feature-unavailable': 6 },
      says: "mostly a wrong key, or another account's host",
      source: 'https://developers.activecampaign.com/reference/authentication',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 54, 'credentials-expired': 18, 'credentials-missing': 14 },
      says: 'mostly a wrong key or another region',
      source: 'https://developers.activecampaign.com/reference/authentication',
    },
  ],
};

export default vendor;
