import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mattermost',
  name: 'Mattermost',
  role: 'app',
  present: [
    { header: 'x-version-id' },
    { cookie: 'MMAUTHTOKEN' },
    { body: /"id": ?"(?:api\.|store\.|app\.)[a-z_.]{1,80}"/ },
  ],
  refusals: [
    {
      id: 'permissions',
      alone: true,
      when: [
        {
          any: [
            { text: 'You do not have the appropriate permissions.' },
            { body: 'api.context.permissions.app_error' },
          ],
        },
      ],
      causes: { 'role-missing': 'proves', 'not-owner': 'hints' },
      says: "the user's role lacks the permission in this channel, team or system",
      source: 'https://github.com/mattermost/mattermost/blob/master/server/i18n/en.json',
    },
    {
      id: 'session',
      alone: true,
      when: [
        {
          any: [
            { text: 'Invalid or expired session, please login again.' },
            { body: 'api.context.session_expired.app_error' },
          ],
        },
      ],
      causes: { 'credentials-expired': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the session or token is unknown or past its time',
      source: 'https://github.com/mattermost/mattermost/blob/master/server/i18n/en.json',
    },
    {
      id: 'mfa',
      alone: true,
      when: [
        {
          any: [
            { body: 'api.context.mfa_required.app_error' },
            { text: 'Multi-factor authentication is required on this server.' },
          ],
        },
      ],
      causes: { 'step-up-required': 'proves' },
      says: 'a second factor is wanted',
      source: 'https://github.com/mattermost/mattermost/blob/master/server/i18n/en.json',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/api\/v4\/(?:posts|channels|teams|files|websocket|bots|system|plugins|commands)(?:[/?]|$)/ },
      ],
      causes: {},
      usual: {
        'credentials-expired': 30,
        'credentials-missing': 24,
        'role-missing': 20,
        'csrf-missing': 10,
        'credentials-invalid': 8,
      },
      says: 'the session or personal token is past its time, or the system role lacks the permission',
      source: 'https://developers.mattermost.com/api-documentation/',
    },
    {
      id: 'usual-hook',
      alone: true,
      when: [{ status: [403, 401, 400] }, { method: 'POST' }, { path: /^\/hooks\/[a-z0-9]{26}(?:\?|$)/ }],
      causes: {},
      usual: { 'feature-unavailable': 32, 'object-hidden': 28, 'role-missing': 14, 'credentials-invalid': 10 },
      says: 'incoming webhooks are off, or this one is gone',
      source: 'https://developers.mattermost.com/integrate/webhooks/incoming/',
    },
  ],
};

export default vendor;
