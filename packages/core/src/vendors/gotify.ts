import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gotify',
  name: 'Gotify',
  role: 'app',
  present: [{ header: 'x-gotify-key' }, { body: '"errordescription"' }],
  refusals: [
    {
      id: 'not-allowed',
      alone: true,
      when: [{ text: 'you are not allowed to access this api' }],
      causes: { 'role-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the token is of the wrong kind (application, client), or the user is no administrator',
      source: 'https://github.com/gotify/server/blob/master/auth/authentication.go',
    },
    {
      id: 'no-token',
      alone: true,
      when: [{ text: 'you need to provide a valid access token or user credentials to access this api' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'no token or login came, or a wrong one',
      source: 'https://github.com/gotify/server/blob/master/auth/authentication.go',
    },
    {
      id: 'usual-message',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:gotify\/)?(?:message(?:\?|$)|stream(?:\?token=|$)|application(?:\/\d|\?|$)|client(?:\/\d|\?|$)|current\/user)/,
        },
        { any: [{ sent: 'x-gotify-key' }, { path: /[?&]token=/ }, { path: '/gotify/' }] },
      ],
      causes: {},
      usual: { 'credentials-invalid': 50, 'scope-insufficient': 20, 'credentials-missing': 12, 'origin-rejected': 10 },
      says: 'apps have one token to send, clients another one to read',
      source: 'https://gotify.net/docs/pushmsg',
    },
  ],
};

export default vendor;
