import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nuxt-csurf',
  name: 'nuxt-csurf',
  role: 'framework',
  present: [{ cookie: '__Host-csrf' }, { sent: 'csrf-token' }],
  refusals: [
    {
      id: 'mismatch',
      when: [{ text: 'csrf token mismatch' }],
      causes: { 'csrf-invalid': 'proves', 'csrf-missing': 'hints' },
      says: 'the token does not match the secret of the cookie: several instances without a shared secret, or an old page',
      source: 'https://github.com/Morgbn/nuxt-csurf/issues/27',
    },
  ],
};

export default vendor;
