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
  ],
};

export default vendor;
