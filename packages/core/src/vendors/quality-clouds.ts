import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'quality-clouds',
  name: 'SonarCloud, Codacy, Code Climate, DeepSource, Coveralls',
  role: 'api',
  present: [{ host: 'codacy.com' }, { host: 'codeclimate.com' }, { host: 'deepsource.io' }, { host: 'coveralls.io' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 40, 'credentials-invalid': 38 },
      says: 'mostly the repository token is missing (forks) or wrong',
      source: 'https://docs.coveralls.io/api-introduction',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 34, 'not-owner': 16, 'credentials-invalid': 14, 'feature-unavailable': 14 },
      says: 'mostly no right on the project',
      source: 'https://docs.coveralls.io/api-introduction',
    },
    {
      id: 'usual-422',
      when: [{ status: 422 }, { host: 'coveralls.io' }],
      causes: {},
      usual: { 'credentials-invalid': 50, 'credentials-missing': 26 },
      says: 'mostly the repository token',
      source: 'https://docs.coveralls.io/api-introduction',
    },
  ],
};

export default vendor;
