import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ticketmaster',
  name: 'Ticketmaster',
  role: 'api',
  present: [{ host: 'ticketmaster.com' }, { host: 'livenation.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'app.ticketmaster.com' }],
      causes: {},
      usual: { 'credentials-invalid': 54, 'credentials-missing': 28, 'credentials-malformed': 5 },
      says: 'mostly a wrong or missing apikey',
      source: 'https://developer.ticketmaster.com/products-and-docs/apis/getting-started/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'www.ticketmaster.com' }],
      causes: {},
      usual: { 'client-refused': 76, 'ip-refused': 14, 'rate-limited': 3 },
      says: 'the bot wall',
      source: 'https://developer.ticketmaster.com/products-and-docs/apis/getting-started/',
    },
  ],
};

export default vendor;
