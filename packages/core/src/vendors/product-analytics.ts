import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'product-analytics',
  name: 'AppsFlyer, Adjust, Branch, Mixpanel, Amplitude, Segment',
  role: 'api',
  present: [
    { host: 'appsflyer.com' },
    { host: 'adjust.com' },
    { host: 'branch.io' },
    { host: 'mixpanel.com' },
    { host: 'amplitude.com' },
    { host: 'segment.io' },
    { host: 'segment.com' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 64, 'credentials-missing': 12, 'credentials-malformed': 8 },
      says: 'mostly a key of another kind or project, or the EU host',
      source: 'https://developer.mixpanel.com/reference/overview',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 36, 'credentials-invalid': 24, 'role-missing': 18, 'ip-refused': 4 },
      says: 'mostly the plan does not include raw data, or another region',
      source: 'https://developer.mixpanel.com/reference/overview',
    },
  ],
};

export default vendor;
