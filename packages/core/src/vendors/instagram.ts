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
  ],
};

export default vendor;
