import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'booking-com',
  name: 'Booking.com',
  role: 'api',
  present: [{ host: 'booking.com' }, { host: 'bstatic.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { host: 'supply-xml.booking.com' } }],
      causes: {},
      usual: { 'client-refused': 62, 'ip-refused': 14, 'rate-limited': 8 },
      says: 'the bot wall',
      source: 'https://developers.booking.com/connectivity/docs',
    },
    {
      id: 'usual-partner',
      when: [{ status: 401 }, { host: 'supply-xml.booking.com' }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'not-owner': 14, 'policy-denied': 10, 'credentials-missing': 10 },
      says: 'mostly the machine account or its password',
      source: 'https://developers.booking.com/connectivity/docs',
    },
  ],
};

export default vendor;
