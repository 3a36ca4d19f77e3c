import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gitea',
  name: 'Gitea or Forgejo',
  role: 'source-host',
  present: [
    { cookie: 'i_like_gitea' },
    { host: 'gitea.com' },
    { host: 'codeberg.org' },
    { text: /powered by (gitea|forgejo)/ },
    { header: 'x-gitea-object-type' },
  ],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ text: /token does not have at least one of required scope\(s\)/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scope that the answer names',
      source: 'https://docs.gitea.com/development/oauth2-provider',
    },
    {
      id: 'sign-in',
      alone: true,
      when: [{ text: 'only signed in user is allowed to call apis' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the API wants a login',
      source: 'https://docs.gitea.com/administration/config-cheat-sheet',
    },
    {
      id: 'role',
      alone: true,
      when: [
        {
          text: /user should (have a permission to write to (a|this) repo|be an owner or a collaborator|be the owner)|user permission denied for writing/,
        },
      ],
      causes: { 'role-missing': 'proves', 'not-owner': 'hints' },
      says: 'the account lacks this access to the repository',
      source: 'https://docs.gitea.com/usage/permissions',
    },
    {
      id: 'token-unknown',
      alone: true,
      when: [{ text: /user does not exist \[uid: 0/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token belongs to nobody',
      source: 'https://docs.gitea.com/development/api-usage',
    },
    {
      id: 'csrf',
      when: [{ text: /invalid csrf token/ }],
      causes: { 'csrf-invalid': 'proves', 'csrf-missing': 'hints' },
      says: 'the form token does not fit the session',
      source: 'https://docs.gitea.com/administration/config-cheat-sheet',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/api\/v1\/(?:user\/(?:repos|orgs|keys|emails)|repos|orgs|packages)(?:[/?]|$)/ },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'credentials-missing': 32,
        'credentials-malformed': 12,
        'step-up-required': 8,
        'credentials-expired': 5,
      },
      says: 'the token goes as "token …" or as Bearer; with two-factor login Basic needs X-Gitea-OTP',
      source: 'https://docs.gitea.com/development/api-usage',
    },
    {
      id: 'usual-api-forbidden',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/api\/v1\/(?:user\/(?:repos|orgs|keys|emails)|repos|orgs|packages)(?:[/?]|$)/ },
      ],
      causes: {},
      usual: {
        'scope-insufficient': 38,
        'role-missing': 34,
        'not-owner': 6,
        'credentials-missing': 6,
        'policy-denied': 4,
      },
      says: 'the scope of the token does not cover the route, or the user lacks the right',
      source: 'https://docs.gitea.com/development/oauth2-provider#scopes',
    },
    {
      id: 'usual-packages',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/api\/packages\/[^/?]{1,80}\/(?:npm|maven|nuget|generic|pypi|composer|container|cargo|debian|rpm|helm|conan|rubygems|alpine)\//,
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 28, 'credentials-invalid': 26, 'scope-insufficient': 22, 'role-missing': 16 },
      says: 'a token with write:package or read:package is asked for',
      source: 'https://docs.gitea.com/usage/packages/overview',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { any: [{ host: 'codeberg.org' }, { host: 'gitea.com' }] }],
      causes: {},
      usual: { 'object-hidden': 50, 'credentials-missing': 26, 'role-missing': 10 },
      says: 'a private repository is answered as if it were absent',
      source: 'https://docs.codeberg.org/advanced/access-token/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'codeberg.org' }, { host: 'gitea.com' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 50,
        'credentials-missing': 22,
        'step-up-required': 10,
        'credentials-malformed': 6,
      },
      says: 'mostly a wrong token, or a password where two-factor login is on',
      source: 'https://docs.codeberg.org/advanced/access-token/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'codeberg.org' }, { host: 'gitea.com' }] }],
      causes: {},
      usual: { 'client-refused': 44, 'role-missing': 18, 'scope-insufficient': 14, 'ip-refused': 12 },
      says: 'mostly the wall against crawlers',
      source: 'https://docs.codeberg.org/advanced/access-token/',
    },
  ],
};

export default vendor;
