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
  ],
};

export default vendor;
