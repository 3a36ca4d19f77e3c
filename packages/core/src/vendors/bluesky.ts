import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bluesky',
  name: 'Bluesky (AT Protocol)',
  role: 'api',
  present: [{ host: 'bsky.social' }, { host: 'bsky.app' }, { host: 'bsky.network' }, { path: '/xrpc/' }],
  refusals: [
    {
      id: 'takedown',
      alone: true,
      when: [{ any: [{ code: 'AccountTakedown' }, { code: 'AccountDeactivated' }] }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is suspended or deactivated',
      fix: { who: 'caller', text: 'log in at the web client to see the reason and to appeal' },
      source: 'https://docs.bsky.app/docs/api/com-atproto-server-create-session',
    },
    {
      id: 'mail-code',
      alone: true,
      when: [{ code: 'AuthFactorTokenRequired' }],
      causes: { 'step-up-required': 'proves' },
      says: 'a sign-in code was sent by mail; use an app password, or send the code along',
      source: 'https://docs.bsky.app/docs/api/com-atproto-server-create-session',
    },
    {
      id: 'password',
      when: [{ text: 'invalid identifier or password' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'handle or (app) password is wrong',
      source: 'https://docs.bsky.app/docs/api/com-atproto-server-create-session',
    },
    {
      id: 'expired',
      when: [{ code: 'ExpiredToken' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time; refresh the session',
      source: 'https://docs.bsky.app/docs/api/com-atproto-server-get-session',
    },
    {
      id: 'missing',
      alone: true,
      when: [{ code: 'AuthMissing' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no token was sent',
      source: 'https://docs.bsky.app/docs/advanced-guides/api-directory',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'bsky.social' }, { host: 'bsky.app' }, { host: 'bsky.network' }] }],
      causes: {},
      usual: { 'credentials-missing': 38, 'credentials-expired': 34, 'credentials-invalid': 20 },
      says: 'mostly no session, or an access token past its two hours',
      source: 'https://docs.bsky.app/docs/api/at-protocol-xrpc-api',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'bsky.social' }, { host: 'bsky.app' }, { host: 'bsky.network' }] }],
      causes: {},
      usual: {
        'ip-refused': 32,
        'credentials-missing': 18,
        'client-refused': 18,
        'policy-denied': 10,
        'scope-insufficient': 10,
      },
      says: 'mostly the public search refuses data-centre addresses and anonymous callers',
      source: 'https://docs.bsky.app/docs/api/at-protocol-xrpc-api',
    },
  ],
};

export default vendor;
