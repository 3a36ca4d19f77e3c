import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ticket-sites',
  name: 'StubHub, SeatGeek, Eventim, AXS (sites)',
  role: 'app',
  present: [
    { host: 'stubhub.com' },
    { host: 'seatgeek.com' },
    { host: 'eventim.de' },
    { host: 'axs.com' },
    { host: 'viagogo.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { host: 'api.seatgeek.com' } }],
      causes: {},
      usual: { 'client-refused': 78, 'ip-refused': 10, 'rate-limited': 3 },
      says: 'the bot wall',
      source: 'https://platform.seatgeek.com/',
    },
    {
      id: 'usual-api',
      when: [{ status: 403 }, { host: 'api.seatgeek.com' }],
      causes: {},
      usual: { 'credentials-missing': 52, 'credentials-invalid': 30, 'credentials-malformed': 4 },
      says: 'mostly client_id is missing or wrong',
      source: 'https://platform.seatgeek.com/',
    },
  ],
};

export default vendor;
