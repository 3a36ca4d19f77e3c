import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'snipe-it',
  name: 'Snipe-IT',
  role: 'app',
  present: [{ body: /^\{ ?"status" ?: ?"error" ?, ?"messages" ?:/ }],
  refusals: [
    {
      id: 'role',
      alone: true,
      when: [{ text: 'an error has occured! this action is unauthorized' }],
      causes: { 'role-missing': 'proves' },
      says: 'the user of the token lacks the permission, told in a 200',
      source: 'https://github.com/grokability/snipe-it/issues/4725',
    },
  ],
};

export default vendor;
