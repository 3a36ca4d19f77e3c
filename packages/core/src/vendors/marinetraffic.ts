import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'marinetraffic',
  name: 'MarineTraffic',
  role: 'api',
  present: [{ host: 'marinetraffic.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 66, 'ip-refused': 18, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://servicedocs.marinetraffic.com/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'services.marinetraffic.com' }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'feature-unavailable': 20, 'credentials-missing': 14 },
      says: 'mostly a key of another service',
      source: 'https://servicedocs.marinetraffic.com/',
    },
  ],
};

export default vendor;
