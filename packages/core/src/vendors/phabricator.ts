import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'phabricator',
  name: 'Phabricator',
  role: 'source-host',
  present: [{ body: /"error_code": ?"err-/ }],
  refusals: [
    {
      id: 'token',
      alone: true,
      when: [{ code: ['ERR-INVALID-AUTH', 'ERR-INVALID-SESSION'] }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-malformed': 'hints' },
      says: 'the Conduit token is absent, wrong or revoked',
      source: 'https://secure.phabricator.com/book/phabricator/article/conduit/',
    },
  ],
};

export default vendor;
