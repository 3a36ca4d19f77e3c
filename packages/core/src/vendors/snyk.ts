import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'snyk',
  name: 'Snyk',
  role: 'api',
  present: [{ host: 'snyk.io' }],
  refusals: [
    {
      id: 'entitled',
      alone: true,
      when: [{ text: /is not entitled for api access\. please upgrade your plan/ }],
      causes: { 'feature-unavailable': 'proves', 'scope-insufficient': 'excludes' },
      says: 'the plan of the organisation does not include the API',
      source: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    },
  ],
};

export default vendor;
