import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mastodon',
  name: 'Mastodon',
  role: 'app',
  present: [
    { header: 'server', is: 'Mastodon' },
    { cookie: '_mastodon_session' },
    { text: /this action is outside the authorized scopes|your login is (?:currently |missing)/ },
  ],
  refusals: [
    {
      id: 'scopes',
      alone: true,
      when: [{ text: 'This action is outside the authorized scopes' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope',
      source: 'https://docs.joinmastodon.org/api/oauth-scopes/',
    },
    {
      id: 'not-allowed',
      when: [{ text: 'This action is not allowed' }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'the user may not do this',
      source: 'https://docs.joinmastodon.org/entities/Error/',
    },
    {
      id: 'login-state',
      alone: true,
      when: [
        {
          any: [
            { text: 'Your login is currently disabled' },
            { text: 'Your login is missing a confirmed e-mail address' },
            { text: 'Your login is currently pending approval' },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is disabled, unconfirmed or waiting for approval',
      source: 'https://docs.joinmastodon.org/entities/Error/',
    },
    {
      id: 'authenticated-user',
      alone: true,
      when: [{ text: 'This method requires an authenticated user' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: "a user's token is wanted, and none or a revoked one came",
      source: 'https://docs.joinmastodon.org/entities/Error/',
    },
    {
      id: 'signature',
      alone: true,
      when: [
        {
          any: [
            { text: 'Request not signed' },
            {
              text: /verification failed for .{1,120}(?:rsa-sha256|using)|signed request date outside acceptable time window|unable to fetch key json at/,
            },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'ActivityPub: the HTTP signature is absent, stale or cannot be verified',
      source: 'https://docs.joinmastodon.org/spec/security/',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/api\/v[12]\/(?:statuses|timelines|accounts|notifications|apps|media|instance|follows|favourites|blocks|mutes|lists|streaming|search|push\/subscription|admin\/(?:accounts|reports))(?:[/?]|$)/,
        },
        {
          any: [
            { path: /^\/api\/v[12]\/(?:statuses|timelines|favourites|mutes|streaming|push\/subscription)/ },
            { header: 'server', is: 'Mastodon' },
            { cookie: '_mastodon_session' },
          ],
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 36,
        'scope-insufficient': 24,
        'policy-denied': 14,
        'credentials-invalid': 12,
        'role-missing': 4,
      },
      says: 'the token lacks the scope, or the instance shows timelines to its users only',
      source: 'https://docs.joinmastodon.org/client/token/',
    },
    {
      id: 'usual-inbox',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: 'POST' },
        { path: /^\/(?:inbox|users\/[^/?]{1,60}\/inbox|actor\/inbox|accounts\/[^/?]{1,60}\/inbox)(?:\?|$)/ },
      ],
      causes: {},
      usual: { 'credentials-invalid': 50, 'policy-denied': 20, 'credentials-missing': 8, 'client-refused': 8 },
      says: 'the HTTP signature fails: clock, digest, key of the actor; or the server is blocked',
      source: 'https://docs.joinmastodon.org/spec/security/',
    },
    {
      id: 'usual-actor',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:users\/[^/?]{1,60}(?:\/(?:outbox|followers|following|statuses\/\d{1,24}))?|@[^/?]{1,60}(?:\/\d{1,24})?)(?:\?|$)/,
        },
        { sent: 'accept', is: /activity\+json|ld\+json/i },
      ],
      causes: {},
      usual: { 'credentials-missing': 56, 'policy-denied': 12, 'credentials-invalid': 12, 'client-refused': 10 },
      says: 'in secure mode every fetch must be signed',
      source: 'https://docs.joinmastodon.org/admin/config/#authorized_fetch',
    },
  ],
};

export default vendor;
