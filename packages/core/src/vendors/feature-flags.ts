import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'feature-flags',
  name: 'LaunchDarkly, Split, ConfigCat, Flagsmith, Statsig',
  role: 'api',
  present: [
    { host: 'launchdarkly.com' },
    { host: 'split.io' },
    { host: 'configcat.com' },
    { host: 'flagsmith.com' },
    { host: 'statsig.com' },
    { host: 'statsigapi.net' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 68, 'credentials-missing': 14 },
      says: 'mostly a key of another environment or kind (SDK, client, API)',
      source: 'https://launchdarkly.com/docs/api',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 40, 'scope-insufficient': 20, 'origin-rejected': 10, 'feature-unavailable': 8 },
      says: 'mostly the role behind the token',
      source: 'https://launchdarkly.com/docs/api',
    },
  ],
};

export default vendor;
