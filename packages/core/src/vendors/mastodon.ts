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
  ],
};

export default vendor;
