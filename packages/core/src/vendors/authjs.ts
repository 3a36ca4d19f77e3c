import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'authjs',
  name: 'Auth.js / NextAuth',
  role: 'framework',
  present: [
    { cookie: 'next-auth.' },
    { cookie: '__Secure-next-auth.' },
    { cookie: 'authjs.' },
    { path: /^\/api\/auth\/(?:signin|signout|callback|session|csrf|providers)/ },
  ],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [{ any: [{ text: 'MissingCSRF' }, { text: /csrf token was missing during an action/ }] }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'hints' },
      says: 'Auth.js: the CSRF token is absent or not that of the cookie',
      source: 'https://authjs.dev/reference/core/errors#missingcsrf',
    },
  ],
};

export default vendor;
