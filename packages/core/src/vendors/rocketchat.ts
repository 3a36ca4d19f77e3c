import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rocketchat',
  name: 'Rocket.Chat',
  role: 'app',
  present: [
    { header: 'x-rocket-chat' },
    { sent: 'x-auth-token' },
    { path: '/api/v1/chat.' },
    { text: /error-unauthorized|error-not-allowed|\[unauthorized\]|totp-required/ },
  ],
  refusals: [
    {
      id: 'unauthorized-user',
      alone: true,
      when: [
        {
          any: [
            { text: 'User does not have the permissions required for this action' },
            { text: 'error-unauthorized' },
            { text: /\[error-(?:not-allowed|action-not-allowed)\]/ },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests' },
      says: "the user's role lacks the permission",
      source: 'https://developer.rocket.chat/apidocs/rocketchat-api',
    },
    {
      id: 'login',
      when: [{ text: 'You must be logged in to do this.' }, { body: '"status":"error"' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'X-Auth-Token and X-User-Id are absent or wrong',
      source: 'https://developer.rocket.chat/apidocs/rocketchat-api',
    },
    {
      id: 'totp',
      alone: true,
      when: [{ any: [{ code: 'totp-required' }, { text: 'TOTP Required' }] }],
      causes: { 'step-up-required': 'proves' },
      says: 'a second factor is wanted: X-2fa-code and X-2fa-method',
      source: 'https://developer.rocket.chat/apidocs/rocketchat-api',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/api\/v1\/(?:chat\.|channels\.|users\.|groups\.|im\.|rooms\.|livechat\/)/ },
      ],
      causes: {},
      usual: {
        'credentials-missing': 34,
        'credentials-invalid': 30,
        'role-missing': 16,
        'step-up-required': 8,
        'credentials-expired': 6,
      },
      says: 'X-Auth-Token and X-User-Id must come together',
      source: 'https://developer.rocket.chat/apidocs/rocketchat-api',
    },
  ],
};

export default vendor;
