import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'automation',
  name: 'Zapier, Make, Pipedream, Integromat',
  role: 'api',
  present: [
    { host: 'zapier.com' },
    { host: 'make.com' },
    { host: 'integromat.com' },
    { host: 'pipedream.net' },
    { host: 'pipedream.com' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 58, 'credentials-missing': 18, 'credentials-malformed': 8 },
      says: "mostly another zone's host (eu1, us1), or the word Token before the key",
      source: 'https://developers.make.com/api-documentation',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 38, 'role-missing': 18, 'feature-unavailable': 14, 'credentials-invalid': 6 },
      says: "mostly the token's scope, or the zone",
      source: 'https://developers.make.com/api-documentation',
    },
    {
      id: 'usual-410',
      when: [{ status: 410 }, { any: [{ host: 'zapier.com' }, { host: 'make.com' }, { host: 'integromat.com' }] }],
      causes: {},
      usual: { 'object-hidden': 66, 'policy-denied': 18 },
      says: 'the webhook was deleted or its scenario is off',
      source: 'https://developers.make.com/api-documentation',
    },
  ],
};

export default vendor;
