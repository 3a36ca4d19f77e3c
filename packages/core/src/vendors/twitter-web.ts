import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'twitter-web',
  name: 'X (site)',
  role: 'app',
  present: [{ host: /^(www\.|mobile\.)?(twitter|x)\.com$/ }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'client-refused': 30,
        'csrf-missing': 24,
        'credentials-missing': 20,
        'credentials-invalid': 8,
        'feature-unavailable': 6,
      },
      says: 'mostly the csrf header (x-csrf-token equal to ct0) or the guest token',
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 44, 'credentials-expired': 26, 'credentials-invalid': 18, 'client-refused': 5 },
      says: 'mostly no session cookie',
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'client-refused': 44, 'object-hidden': 34, 'credentials-expired': 6 },
      says: 'mostly the transaction header is missing, or the query id changed',
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
  ],
};

export default vendor;
