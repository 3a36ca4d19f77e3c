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
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 66, 'credentials-missing': 14, 'credentials-expired': 6 },
      says: "mostly another region's host, or a wrong token",
      source: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 34, 'role-missing': 28, 'not-owner': 10, 'credentials-invalid': 10 },
      says: 'mostly the plan has no API, or the role in the organisation',
      source: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'object-hidden': 40, 'not-owner': 24, 'role-missing': 14 },
      says: "mostly another organisation's id",
      source: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    },
  ],
};

export default vendor;
