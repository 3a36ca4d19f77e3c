import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'meetup',
  name: 'Meetup',
  role: 'api',
  present: [{ host: 'api.meetup.com' }, { host: 'meetup.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 42, 'credentials-invalid': 26, 'credentials-missing': 14 },
      says: 'mostly a token past its hour',
      source: 'https://www.meetup.com/graphql/guide/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 40, 'client-refused': 22, 'role-missing': 12 },
      says: 'mostly a Pro subscription is required',
      source: 'https://www.meetup.com/graphql/guide/',
    },
  ],
};

export default vendor;
