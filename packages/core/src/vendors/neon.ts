import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'neon',
  name: 'Neon',
  role: 'database',
  present: [{ host: 'neon.tech' }, { header: 'neon-request-id' }],
  refusals: [
    {
      id: 'address',
      alone: true,
      when: [{ text: /this ip address [0-9a-f.:]{3,45} is not allowed to connect to this endpoint/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the address is not in the IP allowlist of the project',
      source: 'https://neon.tech/docs/manage/projects#configure-ip-allow',
    },
    {
      id: 'credentials',
      alone: true,
      when: [{ text: 'supplied credentials do not pass authentication' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key is unknown',
      source: 'https://neon.tech/docs/manage/api-keys',
    },
    {
      id: 'quota',
      alone: true,
      when: [{ text: /your account or project has exceeded the (compute time|data transfer|written data) quota/ }],
      causes: { 'feature-unavailable': 'proves', 'rate-limited': 'hints' },
      says: 'the plan has used up its quota',
      source: 'https://neon.tech/docs/introduction/plans',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'neon.tech' }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 20, 'credentials-expired': 8, 'not-owner': 6 },
      says: 'mostly a revoked key',
      source: 'https://neon.tech/docs/manage/projects#configure-ip-allow',
    },
  ],
};

export default vendor;
