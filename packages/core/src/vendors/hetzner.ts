import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hetzner',
  name: 'Hetzner Cloud',
  role: 'api',
  present: [{ host: 'hetzner.cloud' }, { host: 'hetzner.com' }],
  refusals: [
    {
      id: 'read-only',
      alone: true,
      when: [{ text: /\btoken_readonly\b/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the API token may only read',
      source: 'https://docs.hetzner.cloud/#errors',
    },
    {
      id: 'forbidden',
      when: [{ code: 'forbidden' }, { text: 'insufficient permissions for this request' }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints' },
      says: 'the token or project does not allow it',
      source: 'https://docs.hetzner.cloud/#errors',
    },
    {
      id: 'unauthorized',
      when: [{ code: 'unauthorized' }, { text: /unable to authenticate|token you have provided is invalid/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is unknown',
      source: 'https://docs.hetzner.cloud/#errors',
    },
    {
      id: 'limit',
      when: [{ text: /\bresource_limit_exceeded\b/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the project has used up its limit of resources',
      source: 'https://docs.hetzner.cloud/#errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'hetzner.cloud' }],
      causes: {},
      usual: { 'scope-insufficient': 46, 'role-missing': 16, 'policy-denied': 12, 'credentials-invalid': 10 },
      says: 'mostly a read-only token',
      source: 'https://docs.hetzner.cloud/#errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'hetzner.cloud' }, { host: 'hetzner.com' }] }],
      causes: {},
      usual: { 'credentials-invalid': 60, 'credentials-missing': 22, 'credentials-malformed': 6 },
      says: 'mostly a token of another project or a deleted one',
      source: 'https://docs.hetzner.cloud/#errors',
    },
  ],
};

export default vendor;
