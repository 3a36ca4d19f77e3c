import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dspace',
  name: 'DSpace',
  role: 'app',
  present: [{ header: 'dspace-xsrf-token' }, { cookie: 'DSPACE-XSRF-COOKIE' }, { path: '/server/api/' }],
  refusals: [
    {
      id: 'csrf',
      when: [{ text: 'invalid csrf token' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'X-XSRF-TOKEN is missing or does not match the cookie; each answer may bring a new one in DSPACE-XSRF-TOKEN',
      source: 'https://github.com/DSpace/RestContract/blob/main/csrf-tokens.md',
    },
  ],
};

export default vendor;
