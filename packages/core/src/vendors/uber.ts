import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'uber',
  name: 'Uber',
  role: 'api',
  present: [{ host: 'uber.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.uber.com' }],
      causes: {},
      usual: {
        'credentials-expired': 34,
        'credentials-invalid': 30,
        'scope-insufficient': 14,
        'credentials-missing': 8,
      },
      says: 'mostly a token past its time or without the scope',
      source: 'https://developer.uber.com/docs/riders/guides/errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.uber.com' }],
      causes: {},
      usual: { 'scope-insufficient': 48, 'feature-unavailable': 20, 'role-missing': 10 },
      says: 'mostly a scope that Uber did not approve',
      source: 'https://developer.uber.com/docs/riders/guides/errors',
    },
  ],
};

export default vendor;
