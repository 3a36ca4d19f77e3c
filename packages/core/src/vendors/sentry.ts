import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sentry',
  name: 'Sentry',
  role: 'api',
  present: [
    { host: 'sentry.io' },
    { header: 'x-sentry-error' },
    { header: 'x-sentry-rate-limits' },
    { path: /^\/api\/[0-9]{1,12}\/(?:envelope|store)\// },
    { path: /^\/api\/0\// },
  ],
  refusals: [
    {
      id: 'ingest-reason',
      alone: true,
      when: [
        {
          any: [
            { text: 'event submission rejected with_reason: ProjectId' },
            { text: 'event submission rejected with_reason: DisabledKey' },
            { text: /event submission rejected with_reason: (?!origin|cors|filtered)/ },
          ],
        },
      ],
      causes: { 'policy-denied': 'suggests', 'credentials-invalid': 'suggests', 'origin-rejected': 'hints' },
      says: 'the project or its key (DSN) is unknown, disabled or of another project',
      source: 'https://github.com/getsentry/relay/blob/master/relay-server/src/endpoints/common.rs',
    },
    {
      id: 'ingest-origin',
      alone: true,
      when: [{ text: /event submission rejected with_reason: (?:origin|cors)/ }],
      causes: { 'origin-rejected': 'proves' },
      says: 'the project does not allow this Origin',
      fix: { who: 'api-owner', text: 'add the domain to Allowed Domains of the project' },
      source: 'https://github.com/getsentry/relay/blob/master/relay-server/src/endpoints/common.rs',
    },
    {
      id: 'token-permission',
      when: [{ text: 'You do not have permission to perform this action.' }, { host: 'sentry.io' }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints' },
      says: 'the auth token lacks the scope, or its user the role',
      source: 'https://docs.sentry.io/api/permissions/',
    },
    {
      id: 'sso',
      alone: true,
      when: [
        {
          any: [
            { code: 'sso-required' },
            { code: 'superuser-required' },
            { code: 'sudo-required' },
            { text: 'Must login via SSO' },
            { code: '2fa-required' },
          ],
        },
      ],
      causes: { 'step-up-required': 'proves', 'policy-denied': 'hints' },
      says: 'the organisation wants an SSO login or a second factor',
      source: 'https://github.com/getsentry/sentry/blob/master/src/sentry/api/exceptions.py',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'sentry.io' }],
      causes: {},
      usual: {
        'scope-insufficient': 44,
        'role-missing': 14,
        'credentials-invalid': 14,
        'policy-denied': 10,
        'origin-rejected': 5,
      },
      says: 'mostly the token lacks a scope',
      source: 'https://docs.sentry.io/api/auth/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'sentry.io' }],
      causes: {},
      usual: { 'credentials-invalid': 50, 'credentials-missing': 22, 'credentials-malformed': 10 },
      says: 'mostly a wrong token, an organisation token of another region, or a DSN in its place',
      source: 'https://docs.sentry.io/api/auth/',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'sentry.io' }, { path: '/api/0/' }],
      causes: {},
      usual: { 'object-hidden': 42, 'role-missing': 26, 'credentials-invalid': 14 },
      says: "mostly another organisation's slug, or one that the token cannot see",
      source: 'https://docs.sentry.io/api/auth/',
    },
  ],
};

export default vendor;
