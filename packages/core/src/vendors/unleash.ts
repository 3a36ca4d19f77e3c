import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'unleash',
  name: 'Unleash',
  role: 'app',
  present: [{ header: 'unleash-version' }, { body: '"name":"noaccesserror"' }],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [{ any: [{ body: '"name":"noaccesserror"' }, { body: '"name":"permissionerror"' }] }],
      causes: { 'role-missing': 'proves' },
      says: 'the user lacks a permission; the answer names it',
      source: 'https://github.com/Unleash/unleash/blob/main/src/lib/error/permission-error.ts',
    },
  ],
};

export default vendor;
