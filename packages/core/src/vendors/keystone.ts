import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'keystone',
  name: 'KeystoneJS',
  role: 'framework',
  present: [{ text: /you cannot (?:create|read|update|delete|filter|order)|ks_access_denied/ }],
  refusals: [
    {
      id: 'access-denied',
      alone: true,
      when: [
        {
          any: [
            { code: 'KS_ACCESS_DENIED' },
            { text: /access denied: you cannot (?:create|read|update|delete|filter|order|connect|disconnect)/ },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints', 'credentials-missing': 'hints' },
      says: "the list's access control says no, or the item does not exist for this user",
      source: 'https://github.com/keystonejs/keystone/blob/main/packages/core/src/lib/core/graphql-errors.ts',
    },
  ],
};

export default vendor;
