import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fly-io',
  name: 'Fly.io',
  role: 'platform',
  present: [{ header: 'fly-request-id' }, { host: 'fly.io' }, { host: 'fly.dev' }, { host: 'api.machines.dev' }],
  refusals: [
    {
      id: 'not-authenticated',
      alone: true,
      when: [{ text: 'you must be authenticated to view this' }],
      causes: { 'credentials-missing': 'proves', 'credentials-invalid': 'hints', 'credentials-expired': 'hints' },
      says: 'no token that Fly.io accepts came with the call',
      source: 'https://community.fly.io/t/error-you-must-be-authenticated-to-view-this/2226',
    },
    {
      id: 'machines',
      when: [{ host: 'api.machines.dev' }, { status: [401, 403] }],
      causes: {},
      usual: {
        'credentials-invalid': 30,
        'scope-insufficient': 26,
        'not-owner': 16,
        'credentials-expired': 12,
        'credentials-missing': 6,
      },
      says: 'mostly a token of another organisation or app',
      source: 'https://fly.io/docs/machines/api/working-with-machines-api/',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'fly.dev' }],
      causes: {},
      usual: {
        'role-missing': 24,
        'ip-refused': 18,
        'server-rule': 14,
        'credentials-invalid': 14,
        'origin-rejected': 10,
        'credentials-missing': 6,
      },
      says: 'the app itself answers: its own rules',
      source: 'https://fly.io/docs/security/tokens/',
    },
  ],
};

export default vendor;
