import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'postman',
  name: 'Postman',
  role: 'api',
  present: [{ host: 'api.getpostman.com' }, { host: 'api.postman.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 50, 'credentials-missing': 32 },
      says: 'mostly a wrong or missing key',
      source: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 38, 'not-owner': 22, 'feature-unavailable': 16 },
      says: 'mostly another workspace',
      source: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
    },
  ],
};

export default vendor;
