import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'flightaware',
  name: 'FlightAware',
  role: 'api',
  present: [{ host: 'flightaware.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'aeroapi.flightaware.com' }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 28, 'feature-unavailable': 8 },
      says: 'mostly a wrong or missing x-apikey',
      source: 'https://www.flightaware.com/aeroapi/portal/documentation',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'www.flightaware.com' }],
      causes: {},
      usual: { 'client-refused': 56, 'ip-refused': 22, 'rate-limited': 10 },
      says: 'the bot wall',
      source: 'https://www.flightaware.com/aeroapi/portal/documentation',
    },
  ],
};

export default vendor;
