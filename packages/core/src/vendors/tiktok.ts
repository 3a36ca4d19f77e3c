import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tiktok',
  name: 'TikTok',
  role: 'api',
  present: [{ host: 'tiktokapis.com' }, { host: 'tiktok.com' }, { header: 'x-tt-logid' }, { body: '"log_id"' }],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ code: ['scope_not_authorized', 'scope_permission_missed'] }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the user did not grant this scope',
      source: 'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
    },
    {
      id: 'token',
      alone: true,
      when: [{ code: 'access_token_invalid' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the access token is invalid or past its time',
      source: 'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
    },
    {
      id: 'unaudited',
      alone: true,
      when: [
        {
          code: [
            'unaudited_client_can_only_post_to_private_accounts',
            'url_ownership_unverified',
            'spam_risk_user_banned_from_posting',
            'privacy_level_option_mismatch',
            'spam_risk_too_many_posts',
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: "the app is unaudited, the URL's ownership unverified, or the account barred from posting",
      source: 'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
    },
    {
      id: 'rate',
      alone: true,
      when: [{ code: 'rate_limit_exceeded' }, { body: '"log_id"' }],
      causes: { 'rate-limited': 'proves' },
      says: 'the rate limit is reached',
      source: 'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'tiktok.com' }],
      causes: {},
      usual: {
        'client-refused': 50,
        'ip-refused': 20,
        'credentials-expired': 8,
        'origin-rejected': 8,
        'rate-limited': 6,
      },
      says: 'mostly the bot wall, or a video address without its cookies',
      source: 'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'tiktokapis.com' }],
      causes: {},
      usual: {
        'credentials-expired': 44,
        'credentials-invalid': 24,
        'scope-insufficient': 16,
        'credentials-missing': 6,
      },
      says: 'mostly a token past its day',
      source: 'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
    },
  ],
};

export default vendor;
