import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ifttt',
  name: 'IFTTT',
  role: 'api',
  present: [{ host: 'ifttt.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'maker.ifttt.com' }],
      causes: {},
      usual: { 'credentials-invalid': 72, 'credentials-missing': 8, 'feature-unavailable': 6 },
      says: 'mostly a wrong Webhooks key',
      source: 'https://ifttt.com/docs/api_reference',
    },
  ],
};

export default vendor;
