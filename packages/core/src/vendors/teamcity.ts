import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'teamcity',
  name: 'TeamCity',
  role: 'app',
  present: [{ cookie: 'TCSESSIONID' }, { header: 'teamcity-node-id' }, { text: /tc-csrf-token|teamcity/ }],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [{ any: [{ text: /x-tc-csrf-token/ }, { text: /csrf header .{0,40}does not match csrf session value/ }] }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'suggests', 'origin-rejected': 'hints' },
      says: 'the X-TC-CSRF-Token header is absent or not that of the session',
      fix: {
        who: 'caller',
        text: 'ask /authenticationTest.html?csrf and send its answer as X-TC-CSRF-Token, or use a bearer token without the session cookie',
      },
      source: 'https://www.jetbrains.com/help/teamcity/csrf-protection.html',
    },
    {
      id: 'origin',
      alone: true,
      when: [
        {
          text: /origin header value .{1,200} does not match|does not match request host\/scheme|"origin" header .{1,100}does not match/,
        },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: 'the Origin does not fit the Host as TeamCity sees it',
      fix: { who: 'server-admin', text: 'let the proxy pass Host and X-Forwarded-Proto, or set rest.cors.origins' },
      source: 'https://www.jetbrains.com/help/teamcity/csrf-protection.html',
    },
    {
      id: 'permission',
      alone: true,
      when: [
        {
          text: /you do not have (?:enough permissions|"[^"]{1,60}" permission)|access denied\. check the user has enough permissions/,
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the user lacks a project permission',
      source: 'https://www.jetbrains.com/help/teamcity/managing-roles-and-permissions.html',
    },
    {
      id: 'usual-rest',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:teamcity\/)?(?:(?:httpAuth\/|guestAuth\/)?app\/rest)\/(?:builds|buildQueue|buildTypes|projects|agents|server|users|changes|vcs-roots|testOccurrences|latest|20\d\d)/,
        },
      ],
      causes: {},
      usual: { 'credentials-invalid': 30, 'csrf-missing': 22, 'role-missing': 22, 'credentials-missing': 18 },
      says: 'the token is wrong, a session needs X-TC-CSRF-Token, or guests are off',
      source: 'https://www.jetbrains.com/help/teamcity/rest/teamcity-rest-api-documentation.html',
    },
  ],
};

export default vendor;
