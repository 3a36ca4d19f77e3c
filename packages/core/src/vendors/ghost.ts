import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ghost',
  name: 'Ghost',
  role: 'cms',
  present: [
    { path: '/ghost/api/' },
    { cookie: 'ghost-admin-api-session' },
    { header: 'x-powered-by', is: 'Express; Ghost' },
    { text: /nopermissionerror|ghost/ },
  ],
  refusals: [
    {
      id: 'no-permission',
      when: [
        {
          any: [
            { code: 'NoPermissionError' },
            { text: /you do not have permission to (?:browse|read|edit|add|destroy|perform)/ },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'hints', 'credentials-missing': 'hints' },
      says: "the user's role or the integration lacks the permission",
      source: 'https://docs.ghost.org/admin-api',
    },
    {
      id: 'auth-failed',
      when: [{ text: /authorization failed/ }, { body: '"errors"' }],
      causes: { 'credentials-missing': 'proves', 'credentials-invalid': 'hints' },
      says: 'no session or key came',
      source: 'https://docs.ghost.org/admin-api',
    },
    {
      id: 'origin',
      alone: true,
      when: [{ text: /request made from incorrect origin\. expected/ }],
      causes: { 'origin-rejected': 'proves' },
      says: "the Origin is not the admin's own",
      source: 'https://docs.ghost.org/admin-api',
    },
    {
      id: 'key-unknown',
      when: [
        {
          any: [
            { text: 'Unknown Admin API Key' },
            { text: 'Unknown Content API Key' },
            { text: 'Invalid token: invalid signature' },
            { text: 'Invalid token: jwt' },
          ],
        },
        { path: '/ghost/api/' },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key is unknown or the token not signed with it',
      source: 'https://docs.ghost.org/admin-api',
    },
  ],
};

export default vendor;
