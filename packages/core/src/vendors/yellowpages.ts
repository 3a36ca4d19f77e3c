import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'yellowpages',
  name: 'Yellow Pages and directories (sites)',
  role: 'app',
  present: [
    { host: 'yellowpages.com' },
    { host: 'whitepages.com' },
    { host: 'manta.com' },
    { host: 'bbb.org' },
    { host: 'crunchbase.com' },
    { host: 'zoominfo.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { host: 'api.crunchbase.com' } }],
      causes: {},
      usual: { 'client-refused': 76, 'ip-refused': 12, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://data.crunchbase.com/docs/using-the-api',
    },
    {
      id: 'usual-api',
      when: [{ status: 401 }, { host: 'api.crunchbase.com' }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'feature-unavailable': 26, 'credentials-missing': 18 },
      says: 'mostly a wrong key, or a plan without the API',
      source: 'https://data.crunchbase.com/docs/using-the-api',
    },
  ],
};

export default vendor;
