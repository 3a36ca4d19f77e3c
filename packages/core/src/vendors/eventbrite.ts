import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'eventbrite',
  name: 'Eventbrite',
  role: 'api',
  present: [{ host: 'eventbriteapi.com' }, { host: 'eventbrite.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'not-owner': 34, 'role-missing': 24, 'client-refused': 14, 'credentials-invalid': 10 },
      says: "mostly another organisation's event",
      source: 'https://www.eventbrite.com/platform/api#/introduction/errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 32, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing token',
      source: 'https://www.eventbrite.com/platform/api#/introduction/errors',
    },
  ],
};

export default vendor;
