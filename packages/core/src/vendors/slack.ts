import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'slack',
  name: 'Slack',
  role: 'api',
  present: [{ host: 'slack.com' }, { header: 'x-slack-req-id' }],
  refusals: [
    {
      id: 'missing-scope',
      alone: true,
      when: [{ code: 'missing_scope' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope; the answer names it under "needed"',
      fix: { who: 'api-owner', text: 'add the scope to the app and install it again' },
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    },
    {
      id: 'not-authed',
      when: [{ any: [{ code: 'not_authed' }, { text: 'not_authed' }] }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no token came',
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    },
    {
      id: 'invalid-auth',
      when: [{ code: 'invalid_auth' }],
      causes: { 'credentials-invalid': 'proves', 'ip-refused': 'hints' },
      says: 'the token is wrong, or the address is not allowed to use it',
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    },
    {
      id: 'revoked',
      alone: true,
      when: [
        { code: ['token_revoked', 'account_inactive'] },
        { any: [{ host: 'slack.com' }, { body: '"ok":false' }, { body: '"ok": false' }] },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token was revoked, or its user or workspace is gone',
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    },
    {
      id: 'token-expired',
      when: [
        { code: 'token_expired' },
        { any: [{ host: 'slack.com' }, { header: 'x-slack-req-id' }, { body: '"ok":false' }] },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the token is past its time',
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    },
    {
      id: 'not-in-channel',
      alone: true,
      when: [
        { code: ['not_in_channel', 'channel_not_found', 'is_archived'] },
        { any: [{ host: 'slack.com' }, { body: '"ok":false' }, { body: '"ok": false' }] },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'the bot is no member of the channel',
      fix: { who: 'caller', text: 'invite the app to the channel' },
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    },
    {
      id: 'token-type',
      alone: true,
      when: [{ code: 'not_allowed_token_type' }],
      causes: { 'credentials-invalid': 'suggests', 'scope-insufficient': 'hints' },
      says: 'this kind of token cannot call the method',
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    },
    {
      id: 'workspace-policy',
      alone: true,
      when: [
        {
          code: [
            'restricted_action',
            'ekm_access_denied',
            'org_login_required',
            'team_access_not_granted',
            'access_denied',
            'no_permission',
            'user_is_restricted',
            'enterprise_is_restricted',
          ],
        },
        { any: [{ host: 'slack.com' }, { body: '"ok":false' }, { body: '"ok": false' }] },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'a preference of the workspace or organisation refuses this',
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    },
    {
      id: 'paid-only',
      alone: true,
      when: [{ code: ['paid_teams_only', 'team_added_to_org', 'paid_only'] }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the plan does not include this',
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    },
    {
      id: 'rate-limited',
      alone: true,
      when: [
        { any: [{ code: 'ratelimited' }, { code: 'rate_limited' }] },
        { any: [{ host: 'slack.com' }, { body: '"ok":false' }, { body: '"ok": false' }] },
      ],
      causes: { 'rate-limited': 'proves' },
      says: "the method's rate limit is reached",
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    },
    {
      id: 'webhook',
      alone: true,
      when: [
        {
          text: /\b(?:no_service|no_active_hooks|invalid_token|action_prohibited|posting_to_general_channel_denied|no_team)\b/,
        },
        { host: 'hooks.slack.com' },
      ],
      causes: { 'credentials-invalid': 'suggests', 'policy-denied': 'hints' },
      says: 'the incoming webhook is disabled, revoked, wrong or not allowed in this channel',
      source: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'hooks.slack.com' }, { method: 'POST' }],
      causes: {},
      usual: { 'policy-denied': 42, 'credentials-invalid': 26, 'not-owner': 10, 'content-rejected': 6 },
      says: 'mostly the webhook was withdrawn, or the channel is restricted',
      source: 'https://api.slack.com/messaging/webhooks',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'hooks.slack.com' }, { method: 'POST' }],
      causes: {},
      usual: { 'credentials-invalid': 64, 'object-hidden': 22, 'policy-denied': 6 },
      says: 'mostly the webhook was deleted',
      source: 'https://api.slack.com/messaging/webhooks',
    },
    {
      id: 'usual-403-files',
      when: [{ status: 403 }, { host: 'files.slack.com' }],
      causes: {},
      usual: { 'credentials-missing': 44, 'scope-insufficient': 32, 'role-missing': 8, 'credentials-expired': 6 },
      says: 'mostly no Authorization header, or files:read is missing',
      source: 'https://api.slack.com/messaging/webhooks',
    },
  ],
};

export default vendor;
