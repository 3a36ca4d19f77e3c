import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mercedes-benz',
  name: 'Mercedes-Benz',
  role: 'api',
  present: [{ host: 'mercedes-benz.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 26, 'scope-insufficient': 26, 'ip-refused': 16, 'policy-denied': 14 },
      says: "mostly no subscription, scope or car; the unofficial app's login is blocked for networks",
      source: 'https://developer.mercedes-benz.com/content-page/oauth-documentation',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-invalid': 24, 'credentials-missing': 12 },
      says: 'mostly a token past its time',
      source: 'https://developer.mercedes-benz.com/content-page/oauth-documentation',
    },
  ],
};

export default vendor;
