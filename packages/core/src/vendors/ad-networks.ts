import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ad-networks',
  name: 'Criteo, Taboola, Outbrain, The Trade Desk',
  role: 'api',
  present: [
    { host: 'api.criteo.com' },
    { host: 'backstage.taboola.com' },
    { host: 'api.outbrain.com' },
    { host: 'thetradedesk.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 38, 'scope-insufficient': 20, 'not-owner': 18, 'feature-unavailable': 8 },
      says: "mostly the consent of the advertiser's account",
      source: 'https://developers.criteo.com/marketing-solutions/docs/error-types',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-invalid': 28, 'credentials-missing': 8 },
      says: 'mostly a token past its minutes',
      source: 'https://developers.criteo.com/marketing-solutions/docs/error-types',
    },
  ],
};

export default vendor;
