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
  ],
};

export default vendor;
