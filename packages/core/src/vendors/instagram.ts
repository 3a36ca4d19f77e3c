import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'instagram',
  name: 'Instagram (web and private API)',
  role: 'api',
  present: [{ host: 'instagram.com' }, { host: 'cdninstagram.com' }],
  refusals: [
    {
      id: 'login-required',
      when: [
        {
          any: [
            { text: 'login_required' },
            { text: 'require_login' },
            { text: 'Please wait a few minutes before you try again.' },
          ],
        },
        { not: { text: 'please wait a few minutes' } },
      ],
      causes: { 'credentials-missing': 'suggests', 'client-refused': 'hints' },
      says: 'Instagram wants a login',
      source: 'https://github.com/instaloader/instaloader/blob/master/instaloader/instaloadercontext.py',
    },
    {
      id: 'wait',
      when: [{ text: 'Please wait a few minutes before you try again.' }],
      causes: { 'rate-limited': 'suggests', 'client-refused': 'suggests' },
      says: 'Instagram holds back this account or address',
      source: 'https://github.com/instaloader/instaloader/issues/2501',
    },
    {
      id: 'challenge',
      when: [{ any: [{ text: 'challenge_required' }, { text: 'checkpoint_required' }] }],
      causes: { 'step-up-required': 'suggests', 'policy-denied': 'hints' },
      says: 'Instagram wants the user to pass a check in the app or browser',
      source: 'https://github.com/instaloader/instaloader/issues/328',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'cdninstagram.com' }],
      causes: {},
      usual: { 'credentials-expired': 56, 'origin-rejected': 14, 'client-refused': 12, 'ip-refused': 8 },
      says: 'mostly a signed image address past its time, or embedding on another site',
      source: 'https://developers.facebook.com/docs/instagram-platform',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'instagram.com' }],
      causes: {},
      usual: { 'credentials-missing': 42, 'client-refused': 24, 'rate-limited': 20, 'ip-refused': 6 },
      says: 'mostly no login cookie; the site shuts out anonymous and automated callers',
      source: 'https://developers.facebook.com/docs/instagram-platform',
    },
    {
      id: 'usual-site',
      when: [{ status: 403 }, { host: 'instagram.com' }],
      causes: {},
      usual: {
        'client-refused': 36,
        'credentials-missing': 22,
        'rate-limited': 12,
        'csrf-missing': 12,
        'ip-refused': 8,
      },
      says: 'mostly the bot wall, or a missing login or X-CSRFToken',
      source: 'https://developers.facebook.com/docs/instagram-platform',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { host: 'instagram.com' }],
      causes: {},
      usual: { 'rate-limited': 62, 'client-refused': 20, 'ip-refused': 12 },
      says: 'mostly the limit for the address or the account',
      source: 'https://developers.facebook.com/docs/instagram-platform',
    },
  ],
};

export default vendor;
