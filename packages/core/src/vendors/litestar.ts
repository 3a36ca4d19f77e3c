import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'litestar',
  name: 'Litestar',
  role: 'framework',
  present: [{ body: /^\{ ?"status_code" ?: ?[0-9]{3} ?, ?"detail" ?:/ }],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [{ text: 'csrf token verification failed' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the token of header or form does not match the cookie, or one of them is missing',
      source: 'https://github.com/litestar-org/litestar/blob/main/litestar/middleware/csrf.py',
    },
  ],
};

export default vendor;
