import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'faceit',
  name: 'FACEIT',
  role: 'api',
  present: [{ host: 'faceit.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 42, 'credentials-missing': 22, 'credentials-malformed': 16 },
      says: 'mostly a client-side key where a server-side one is required',
      source: 'https://developers.faceit.com/docs/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 38, 'scope-insufficient': 16, 'credentials-invalid': 16, 'feature-unavailable': 10 },
      says: "mostly the site's own interface, asked for from outside",
      source: 'https://developers.faceit.com/docs/',
    },
  ],
};

export default vendor;
