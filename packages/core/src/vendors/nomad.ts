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
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: 403 },
        { port: [4646] },
        {
          path: /^\/v1\/(?:jobs?|nodes?|allocations?|allocation|client|evaluations?|deployments?|namespaces?|vars?|volumes?)(?:[/?]|$)/,
        },
        { not: { sent: 'x-nomad-token' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 56, 'role-missing': 24, 'credentials-expired': 4 },
      says: 'ACLs are on and X-Nomad-Token is missing',
      source: 'https://developer.hashicorp.com/nomad/docs/secure/acl',
    },
    {
      id: 'usual-token',
      alone: true,
      when: [
        { status: 403 },
        {
          path: /^\/v1\/(?:jobs?|nodes?|allocations?|allocation|client|evaluations?|deployments?|namespaces?|vars?|volumes?|system|metrics)(?:[/?]|$)/,
        },
        { sent: 'x-nomad-token' },
      ],
      causes: {},
      usual: { 'role-missing': 50, 'credentials-invalid': 26, 'credentials-expired': 12 },
      says: 'the policy lacks the capability in this namespace, or the token is not known',
      source: 'https://developer.hashicorp.com/nomad/docs/secure/acl',
    },
  ],
};

export default vendor;
