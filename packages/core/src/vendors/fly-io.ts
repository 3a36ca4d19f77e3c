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
      causes: { 'credentials-invalid': 'suggests', 'scope-insufficient': 'suggests', 'not-owner': 'hints' },
      says: 'the token does not cover this app or organisation',
      source: 'https://fly.io/docs/machines/api/working-with-machines-api/',
    },
  ],
};

export default vendor;
