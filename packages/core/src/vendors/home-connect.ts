import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'home-connect',
  name: 'Home Connect',
  role: 'api',
  present: [{ host: 'api.home-connect.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 48, 'role-missing': 18, 'feature-unavailable': 10 },
      says: 'mostly a scope, or remote control is off at the appliance',
      source: 'https://api-docs.home-connect.com/authorization/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 48, 'credentials-invalid': 26, 'credentials-missing': 10 },
      says: 'mostly a token past its day',
      source: 'https://api-docs.home-connect.com/authorization/',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'rate-limited': 92 },
      says: 'the daily thousand requests, or too many errors',
      source: 'https://api-docs.home-connect.com/authorization/',
    },
  ],
};

export default vendor;
