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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.linode.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-expired': 18,
        'scope-insufficient': 14,
        'credentials-missing': 14,
      },
      says: 'mostly a token past its date or without the scope',
      source: 'https://techdocs.akamai.com/linode-api/reference/get-started',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'linodeobjects.com' }],
      causes: {},
      usual: { 'object-hidden': 26, 'role-missing': 24, 'credentials-invalid': 24, 'credentials-missing': 14 },
      says: 'mostly a private object or bucket, or a limited key',
      source: 'https://techdocs.akamai.com/linode-api/reference/get-started',
    },
  ],
};

export default vendor;
