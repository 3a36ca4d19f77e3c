import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dropbox',
  name: 'Dropbox',
  role: 'api',
  present: [
    { host: 'dropboxapi.com' },
    { host: 'dropbox.com' },
    { header: 'x-dropbox-request-id' },
    { body: '"error_summary"' },
  ],
  refusals: [
    {
      id: 'missing-scope',
      alone: true,
      when: [
        {
          any: [
            { body: 'missing_scope/' },
            { text: /your app \(id: [0-9]{1,12}\) is not permitted to access this endpoint/ },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the app or its token lacks a scope; the answer names it',
      fix: { who: 'api-owner', text: 'tick the permission in the App Console, then make the token anew' },
      source: 'https://www.dropbox.com/developers/documentation/http/documentation#error-handling',
    },
    {
      id: 'expired',
      alone: true,
      when: [{ any: [{ body: 'expired_access_token' }, { text: 'The given OAuth 2 access token has expired' }] }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://www.dropbox.com/developers/documentation/http/documentation#error-handling',
    },
    {
      id: 'invalid',
      alone: true,
      when: [{ any: [{ body: 'invalid_access_token' }, { text: 'The given OAuth 2 access token is malformed' }] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the access token is wrong or was revoked',
      source: 'https://www.dropbox.com/developers/documentation/http/documentation#error-handling',
    },
    {
      id: 'member-header',
      alone: true,
      when: [
        {
          any: [
            { body: 'invalid_select_user' },
            { body: 'invalid_select_admin' },
            {
              text: /this api function operates on a single dropbox account, but the oauth 2 access token you provided is for an entire dropbox business team/,
            },
          ],
        },
      ],
      causes: { 'credentials-malformed': 'suggests' },
      says: 'a team token was used without, or with a wrong, Dropbox-API-Select-User',
      source: 'https://www.dropbox.com/developers/documentation/http/documentation#error-handling',
    },
    {
      id: 'no-permission',
      when: [
        {
          any: [
            { body: 'no_permission' },
            { body: 'access_error' },
            { body: 'no_write_permission' },
            { body: 'not_permitted' },
            { body: 'user_suspended' },
            { body: 'paper_access_denied' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests' },
      says: 'the user may not do this with this file or folder',
      source: 'https://www.dropbox.com/developers/documentation/http/documentation#error-handling',
    },
    {
      id: 'too-many',
      alone: true,
      when: [{ any: [{ body: 'too_many_requests/' }, { body: 'too_many_write_operations' }] }],
      causes: { 'rate-limited': 'proves' },
      says: 'too many calls or writes at once',
      source: 'https://www.dropbox.com/developers/documentation/http/documentation#error-handling',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'dropboxapi.com' }, { host: 'dropbox.com' }] }],
      causes: {},
      usual: {
        'credentials-expired': 58,
        'credentials-invalid': 22,
        'scope-insufficient': 10,
        'credentials-missing': 5,
      },
      says: 'mostly a short-lived token past its four hours',
      source: 'https://developers.dropbox.com/error-handling-guide',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'dropboxapi.com' }],
      causes: {},
      usual: {
        'policy-denied': 26,
        'role-missing': 26,
        'feature-unavailable': 16,
        'scope-insufficient': 14,
        'not-owner': 8,
      },
      says: "mostly the team's policy or the folder's access",
      source: 'https://developers.dropbox.com/error-handling-guide',
    },
    {
      id: 'usual-share',
      when: [{ status: 403 }, { host: 'dropbox.com' }],
      causes: {},
      usual: {
        'policy-denied': 28,
        'credentials-missing': 20,
        'rate-limited': 18,
        'client-refused': 14,
        'object-hidden': 8,
      },
      says: 'mostly a link that was closed or is over its traffic',
      source: 'https://developers.dropbox.com/error-handling-guide',
    },
  ],
};

export default vendor;
