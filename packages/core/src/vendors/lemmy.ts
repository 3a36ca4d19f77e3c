import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'lemmy',
  name: 'Lemmy',
  role: 'app',
  present: [{ path: /^\/api\/v3\/(?:post|comment|community|site|modlog|private_message|user\/login)\b/ }],
  refusals: [
    {
      id: 'login',
      when: [{ code: 'not_logged_in' }],
      causes: { 'credentials-missing': 'proves', 'credentials-invalid': 'hints' },
      says: 'no valid login came with the call',
      source: 'https://github.com/LemmyNet/lemmy/blob/main/crates/utils/src/error.rs',
    },
    {
      id: 'wrong',
      when: [{ code: ['incorrect_login', 'incorrect_totp_token'] }],
      causes: { 'credentials-invalid': 'suggests', 'step-up-required': 'hints' },
      says: 'user name, password or one-time code is wrong',
      source: 'https://github.com/LemmyNet/lemmy/blob/main/crates/utils/src/error.rs',
    },
    {
      id: 'totp',
      alone: true,
      when: [{ code: 'missing_totp_token' }],
      causes: { 'step-up-required': 'proves' },
      says: 'the account has two factors: send totp_2fa_token',
      source: 'https://github.com/LemmyNet/lemmy/blob/main/crates/utils/src/error.rs',
    },
    {
      id: 'role',
      when: [
        {
          code: [
            'not_an_admin',
            'not_a_moderator',
            'not_a_mod_or_admin',
            'only_mods_can_post_in_community',
            'only_admins_can_create_communities',
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'only moderators or administrators may do this',
      source: 'https://github.com/LemmyNet/lemmy/blob/main/crates/utils/src/error.rs',
    },
    {
      id: 'owner',
      when: [{ code: ['no_post_edit_allowed', 'no_comment_edit_allowed'] }],
      causes: { 'not-owner': 'proves' },
      says: "the post or comment is somebody else's",
      source: 'https://github.com/LemmyNet/lemmy/blob/main/crates/utils/src/error.rs',
    },
    {
      id: 'banned',
      when: [{ code: ['site_ban', 'person_is_banned_from_community', 'person_is_banned_from_site'] }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is banned there',
      source: 'https://github.com/LemmyNet/lemmy/blob/main/crates/utils/src/error.rs',
    },
    {
      id: 'pending',
      when: [{ code: ['email_not_verified', 'registration_application_is_pending'] }],
      causes: { 'policy-denied': 'proves', 'step-up-required': 'hints' },
      says: 'the account is not verified or not yet approved',
      source: 'https://github.com/LemmyNet/lemmy/blob/main/crates/utils/src/error.rs',
    },
  ],
};

export default vendor;
