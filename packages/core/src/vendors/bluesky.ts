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
  ],
};

export default vendor;
