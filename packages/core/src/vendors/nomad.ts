import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nomad',
  name: 'HashiCorp Nomad',
  role: 'app',
  present: [{ header: 'x-nomad-index' }, { sent: 'x-nomad-token' }, { text: /acl token not found|nomad/ }],
  refusals: [
    {
      id: 'token-not-found',
      alone: true,
      when: [{ text: 'ACL token not found' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is unknown: wrong, deleted or of another region',
      source: 'https://developer.hashicorp.com/nomad/docs/secure/acl',
    },
    {
      id: 'permission-denied',
      when: [{ text: 'Permission denied' }, { any: [{ header: 'x-nomad-index' }, { sent: 'x-nomad-token' }] }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints' },
      says: "the token's policies do not allow this, or no token came",
      source: 'https://developer.hashicorp.com/nomad/docs/secure/acl',
    },
    {
      id: 'expired',
      alone: true,
      when: [{ text: 'ACL token expired' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the token is past its time',
      source: 'https://developer.hashicorp.com/nomad/docs/secure/acl',
    },
  ],
};

export default vendor;
