import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pangolin',
  name: 'Pangolin',
  role: 'app',
  present: [{ text: /key does not have (?:root )?access/ }],
  refusals: [
    {
      id: 'root',
      alone: true,
      when: [{ text: 'key does not have root access' }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'hints' },
      says: 'the call wants a root API key, this one belongs to an organisation',
      source: 'https://github.com/fosrl/pangolin/issues/787',
    },
  ],
};

export default vendor;
