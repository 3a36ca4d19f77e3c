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
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 42, 'credentials-invalid': 30, 'client-refused': 8, 'role-missing': 8 },
      says: 'mostly the API was not added to the project, or a sandbox key at the live host',
      source: 'https://developer.fedex.com/api/en-us/guides/best-practices.html',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 38, 'credentials-invalid': 38, 'credentials-missing': 12 },
      says: 'mostly a token past its hour',
      source: 'https://developer.fedex.com/api/en-us/guides/best-practices.html',
    },
  ],
};

export default vendor;
