import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'codecov',
  name: 'Codecov',
  role: 'api',
  present: [{ host: 'codecov.io' }],
  refusals: [
    {
      id: 'token',
      alone: true,
      when: [{ text: /token required (?:because branch is protected|- not valid tokenless upload)/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the upload wants a token: the branch is protected or the repository private',
      source: 'https://docs.codecov.com/docs/codecov-tokens',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 42, 'credentials-invalid': 34, 'credentials-expired': 4 },
      says: 'mostly the upload token is missing (forks) or of another repository',
      source: 'https://docs.codecov.com/docs/codecov-tokens',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'object-hidden': 54, 'credentials-missing': 18, 'credentials-invalid': 14 },
      says: 'mostly a repository that is not activated',
      source: 'https://docs.codecov.com/docs/codecov-tokens',
    },
  ],
};

export default vendor;
