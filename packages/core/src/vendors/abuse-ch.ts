import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'abuse-ch',
  name: 'abuse.ch, URLhaus, MalwareBazaar',
  role: 'api',
  present: [{ host: 'abuse.ch' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 72, 'credentials-invalid': 18 },
      says: 'the Auth-Key header is required now',
      source: 'https://abuse.ch/blog/community-first/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-missing': 44, 'credentials-invalid': 22, 'policy-denied': 10 },
      says: 'mostly no Auth-Key',
      source: 'https://abuse.ch/blog/community-first/',
    },
  ],
};

export default vendor;
