import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'readonlyrest',
  name: 'ReadonlyREST',
  role: 'database',
  present: [{ text: /forbidden by readonlyrest/ }],
  refusals: [
    {
      id: 'forbidden',
      alone: true,
      when: [{ text: 'forbidden by readonlyrest' }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints', 'policy-denied': 'hints' },
      says: 'no block of the access control list lets this request through',
      source: 'https://docs.readonlyrest.com/elasticsearch',
    },
  ],
};

export default vendor;
