import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tailscale',
  name: 'Tailscale',
  role: 'api',
  present: [{ host: 'api.tailscale.com' }],
  refusals: [
    {
      id: 'actor',
      alone: true,
      when: [{ text: 'calling actor does not have enough permissions to perform this function' }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints' },
      says: 'the key or OAuth client lacks the scope',
      source: 'https://tailscale.com/api',
    },
    {
      id: 'token',
      when: [{ text: 'API token invalid' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the API token is wrong or past its time',
      source: 'https://tailscale.com/api',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 38, 'role-missing': 30, 'credentials-invalid': 8, 'policy-denied': 8 },
      says: "mostly the OAuth client's scope or tags, or the user's role",
      source: 'https://tailscale.com/api',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 38, 'credentials-invalid': 36, 'credentials-missing': 14 },
      says: 'mostly a key past its 90 days',
      source: 'https://tailscale.com/api',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'object-hidden': 40, 'not-owner': 24, 'credentials-invalid': 14 },
      says: "mostly another tailnet than the key's",
      source: 'https://tailscale.com/api',
    },
  ],
};

export default vendor;
