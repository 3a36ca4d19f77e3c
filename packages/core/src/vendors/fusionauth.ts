import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fusionauth',
  name: 'FusionAuth',
  role: 'identity',
  present: [{ text: /fusionauth/ }, { cookie: 'fusionauth.' }],
  refusals: [
    {
      id: 'api-key',
      when: [{ status: 401 }, { path: '/api/' }, { cookie: 'fusionauth.' }],
      causes: {
        'credentials-invalid': 'suggests',
        'scope-insufficient': 'suggests',
        'ip-refused': 'hints',
        'credentials-missing': 'hints',
      },
      says: 'FusionAuth answers 401 without a body for an absent or unknown API key, and for one that lacks this endpoint, tenant or address',
      source: 'https://fusionauth.io/docs/apis/authentication',
    },
  ],
};

export default vendor;
