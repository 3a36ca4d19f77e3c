import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-nest',
  name: 'Google Nest Device Access',
  role: 'api',
  present: [{ host: 'smartdevicemanagement.googleapis.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 22, 'not-owner': 22, 'feature-unavailable': 20, 'policy-denied': 18 },
      says: 'mostly the project id, or permissions that were not given in the partner connection',
      source: 'https://developers.google.com/nest/device-access/api/authorize',
    },
  ],
};

export default vendor;
