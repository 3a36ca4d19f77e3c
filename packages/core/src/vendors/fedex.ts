import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fedex',
  name: 'FedEx',
  role: 'api',
  present: [{ host: 'fedex.com' }],
  refusals: [
    {
      id: 'token',
      alone: true,
      when: [{ code: 'NOT.AUTHORIZED.ERROR' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'client credentials or access token are not valid; sandbox and production have keys of their own',
      source: 'https://developer.fedex.com/api/en-us/guides/api-reference.html',
    },
    {
      id: 'forbidden',
      alone: true,
      when: [{ code: 'FORBIDDEN.ERROR' }],
      causes: { 'role-missing': 'suggests', 'feature-unavailable': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the project or account has no access to this API',
      source: 'https://developer.fedex.com/api/en-us/guides/api-reference.html',
    },
  ],
};

export default vendor;
