import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'courtlistener',
  name: 'CourtListener',
  role: 'api',
  present: [{ host: 'courtlistener.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 56, 'credentials-invalid': 18, 'credentials-malformed': 16 },
      says: 'mostly the word Token before the key, or none',
      source: 'https://www.courtlistener.com/help/api/rest/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 28, 'role-missing': 20, 'client-refused': 20, 'rate-limited': 10 },
      says: 'mostly an endpoint for members, or the edge',
      source: 'https://www.courtlistener.com/help/api/rest/',
    },
  ],
};

export default vendor;
