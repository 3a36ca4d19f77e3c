import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'voyage-ai',
  name: 'Voyage AI',
  role: 'api',
  present: [{ host: 'api.voyageai.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 50, 'credentials-missing': 28, 'credentials-malformed': 8 },
      says: 'mostly a wrong or missing key',
      source: 'https://docs.voyageai.com/docs/error-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 44, 'client-refused': 16, 'policy-denied': 14, 'credentials-invalid': 8 },
      says: 'mostly the address is not allowed',
      source: 'https://docs.voyageai.com/docs/error-codes',
    },
  ],
};

export default vendor;
