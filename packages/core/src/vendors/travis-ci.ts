import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'travis-ci',
  name: 'Travis CI',
  role: 'api',
  present: [{ host: 'travis-ci.com' }, { host: 'travis-ci.org' }],
  refusals: [
    {
      id: 'access',
      when: [{ body: /"error_type": ?"insufficient_access"/ }],
      causes: { 'role-missing': 'proves', 'not-owner': 'hints' },
      says: 'the account lacks this access to the repository',
      source: 'https://developer.travis-ci.com/format',
    },
    {
      id: 'login',
      when: [{ text: /\blogin_required\b/ }, { text: /login required|login_required/ }],
      causes: { 'credentials-missing': 'proves', 'credentials-invalid': 'suggests' },
      says: 'the call carries no token that Travis knows',
      source: 'https://developer.travis-ci.com/format',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 32, 'role-missing': 10 },
      says: 'mostly a token of .org at .com, or none',
      source: 'https://developer.travis-ci.com/format',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'object-hidden': 40, 'credentials-missing': 20, 'credentials-invalid': 14, 'role-missing': 12 },
      says: 'mostly a repository that is not active or that the token cannot see',
      source: 'https://developer.travis-ci.com/format',
    },
  ],
};

export default vendor;
