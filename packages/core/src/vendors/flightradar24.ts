import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'flightradar24',
  name: 'Flightradar24',
  role: 'api',
  present: [{ host: 'flightradar24.com' }, { host: 'fr24.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 48, 'ip-refused': 18, 'feature-unavailable': 12, 'credentials-missing': 8 },
      says: "the bot wall in front of the site's own data",
      source: 'https://fr24api.flightradar24.com/docs',
    },
    {
      id: 'usual-451',
      when: [{ status: 451 }],
      causes: {},
      usual: { 'client-refused': 44, 'ip-refused': 34, 'policy-denied': 8 },
      says: 'the site refuses the client or its network',
      source: 'https://fr24api.flightradar24.com/docs',
    },
  ],
};

export default vendor;
