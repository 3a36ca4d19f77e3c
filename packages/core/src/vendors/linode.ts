import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'linode',
  name: 'Linode',
  role: 'api',
  present: [{ host: 'linode.com' }, { host: 'linodeobjects.com' }],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ text: 'your oauth token is not authorized to use this endpoint' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scope that this endpoint wants',
      source: 'https://techdocs.akamai.com/linode-api/reference/get-started',
    },
    {
      id: 'token',
      alone: true,
      when: [{ body: /"errors": ?\[ ?\{ ?"reason": ?"invalid token"/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'hints' },
      says: 'the token is unknown or past its time',
      source: 'https://techdocs.akamai.com/linode-api/reference/errors',
    },
    {
      id: 'unauthorized',
      when: [{ host: 'linode.com' }, { status: 403 }, { text: 'unauthorized' }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'the user of the token has no grant on this',
      source: 'https://techdocs.akamai.com/linode-api/reference/errors',
    },
  ],
};

export default vendor;
