import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sanity',
  name: 'Sanity',
  role: 'cms',
  present: [{ host: 'api.sanity.io' }, { host: 'apicdn.sanity.io' }],
  refusals: [
    {
      id: 'cors',
      alone: true,
      when: [
        { any: [{ text: 'CORS Origin not allowed' }, { text: 'Request origin not allowed' }] },
        { any: [{ host: 'api.sanity.io' }, { host: 'apicdn.sanity.io' }, { text: 'CORS Origin not allowed' }] },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: "the page's origin is not among the project's CORS origins",
      fix: { who: 'api-owner', text: 'add the origin under API, CORS origins' },
      source: 'https://www.sanity.io/docs/content-lake/cors',
    },
    {
      id: 'permissions',
      alone: true,
      when: [{ text: /insufficient permissions; permission "[a-z]{1,20}" required/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the token lacks the permission; the answer names it',
      source: 'https://www.sanity.io/docs/content-lake/http-auth',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 38, 'credentials-missing': 32, 'not-owner': 12 },
      says: 'mostly a token of another project',
      source: 'https://www.sanity.io/docs/content-lake/cors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'origin-rejected': 36, 'role-missing': 28, 'scope-insufficient': 8, 'credentials-invalid': 6 },
      says: "mostly a CORS origin that was not added, or the token's role",
      source: 'https://www.sanity.io/docs/content-lake/cors',
    },
  ],
};

export default vendor;
