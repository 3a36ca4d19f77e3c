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
    {
      id: 'usual-content',
      alone: true,
      when: [{ status: [401, 403] }, { path: '/ghost/api/content/' }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-missing': 26,
        'tls-required': 8,
        'credentials-malformed': 8,
        'host-rejected': 5,
        'client-refused': 4,
      },
      says: 'the Content API key is wrong, or of another site',
      source: 'https://docs.ghost.org/content-api/',
    },
    {
      id: 'usual-admin-api',
      alone: true,
      when: [{ status: [401, 403] }, { path: '/ghost/api/admin/' }, { sent: 'authorization' }],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'credentials-expired': 17,
        'role-missing': 14,
        'credentials-malformed': 13,
        'feature-unavailable': 7,
        'scope-insufficient': 4,
      },
      says: 'the token made of the Admin API key is wrong, past its five minutes, or of a role that may not do this',
      source: 'https://docs.ghost.org/admin-api/',
    },
    {
      id: 'usual-admin-session',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: '/ghost/api/admin/' },
        { sent: 'cookie' },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: {
        'credentials-expired': 26,
        'origin-rejected': 22,
        'step-up-required': 16,
        'role-missing': 14,
        'csrf-missing': 6,
        'ip-refused': 5,
      },
      says: 'the session is past its time, the origin is not that of the admin, or a code sent by mail is asked for',
      source: 'https://docs.ghost.org/admin-api/',
    },
    {
      id: 'usual-admin-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: '/ghost/api/admin/' },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
      ],
      causes: {},
      usual: {
        'credentials-missing': 64,
        'tls-required': 7,
        'host-rejected': 5,
        'ip-refused': 5,
        'origin-rejected': 4,
      },
      says: 'no token and no session came',
      source: 'https://docs.ghost.org/admin-api/',
    },
  ],
};

export default vendor;
