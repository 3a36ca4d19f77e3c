import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'comet-neptune',
  name: 'Comet',
  role: 'api',
  present: [{ host: 'comet.com' }, { host: 'comet.ml' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'credentials-missing': 28 },
      says: 'mostly a wrong or missing key',
      source: 'https://www.comet.com/docs/v2/api-and-sdk/rest-api/overview/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 44, 'not-owner': 16, 'credentials-invalid': 12 },
      says: 'mostly another workspace',
      source: 'https://www.comet.com/docs/v2/api-and-sdk/rest-api/overview/',
    },
  ],
};

export default vendor;
