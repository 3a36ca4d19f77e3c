import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-oauth',
  name: 'Google sign-in',
  role: 'identity',
  present: [{ host: 'accounts.google.com' }, { host: 'oauth2.googleapis.com' }],
  refusals: [
    {
      id: 'user-agent',
      alone: true,
      when: [{ text: 'disallowed_useragent' }],
      causes: { 'client-refused': 'proves' },
      says: 'Google shows its login to no embedded web view',
      fix: { who: 'api-owner', text: 'open the login in the system browser' },
      source: 'https://developers.google.com/identity/protocols/oauth2/web-server#authorization-errors',
    },
    {
      id: 'org-internal',
      alone: true,
      when: [{ text: 'org_internal' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the app is open to users of one organisation only',
      source: 'https://developers.google.com/identity/protocols/oauth2/web-server#authorization-errors',
    },
    {
      id: 'not-verified',
      alone: true,
      when: [
        {
          text: /has not completed the google verification process|only be accessed by developer-approved testers|the developer hasn't given you access to this app|app (is|it's) currently being tested/,
        },
      ],
      causes: { 'policy-denied': 'proves', 'role-missing': 'hints' },
      says: 'the app is in test mode, and this account is not among its testers',
      fix: { who: 'api-owner', text: 'add the account to the test users, or publish the app' },
      source: 'https://support.google.com/cloud/answer/15549945',
    },
    {
      id: 'admin-policy',
      alone: true,
      when: [{ text: 'admin_policy_enforced' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the administrator of the account has not allowed this app',
      source: 'https://developers.google.com/identity/protocols/oauth2/web-server#authorization-errors',
    },
    {
      id: 'origin',
      alone: true,
      when: [
        {
          text: /origin_mismatch|the given origin is not allowed for the given client id|not a valid origin for the client/,
        },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: 'the page is not among the JavaScript origins of the client',
      source: 'https://developers.google.com/identity/protocols/oauth2/web-server#authorization-errors',
    },
    {
      id: 'redirect-uri',
      alone: true,
      when: [{ text: 'redirect_uri_mismatch' }],
      causes: { 'origin-rejected': 'proves', 'credentials-malformed': 'hints' },
      says: 'the redirect URI is not registered for the client',
      source: 'https://developers.google.com/identity/protocols/oauth2/web-server#authorization-errors',
    },
    {
      id: 'grant-invalid',
      alone: true,
      when: [{ code: 'invalid_grant' }, { text: /token has been expired or revoked|bad request/ }],
      causes: { 'credentials-expired': 'proves', 'credentials-invalid': 'suggests' },
      says: 'the refresh token is past its time or was revoked',
      source: 'https://developers.google.com/identity/protocols/oauth2#expiration',
    },
    {
      id: 'delegation',
      alone: true,
      when: [
        {
          text: 'client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested',
        },
      ],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'hints' },
      says: 'the service account may not act for users with these scopes',
      fix: { who: 'api-owner', text: 'enter the client id with exactly these scopes under domain-wide delegation' },
      source: 'https://developers.google.com/identity/protocols/oauth2/service-account#error-codes',
    },
    {
      id: 'client-unknown',
      alone: true,
      when: [{ text: /the oauth client was (not found|deleted)/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'no such OAuth client',
      source: 'https://developers.google.com/identity/protocols/oauth2/web-server#authorization-errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'accounts.google.com' }, { path: '/o/oauth2' }],
      causes: {},
      usual: {
        'policy-denied': 52,
        'client-refused': 14,
        'scope-insufficient': 10,
        'role-missing': 8,
        'feature-unavailable': 5,
      },
      says: 'mostly the app is in testing and this account is no test user, or a workspace policy',
      source: 'https://developers.google.com/identity/protocols/oauth2/web-server#error-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'accounts.google.com' }, { path: '/o/oauth2' }],
      causes: {},
      usual: { 'credentials-invalid': 72, 'credentials-missing': 10, 'policy-denied': 6 },
      says: 'mostly a client id that was deleted or is mistyped',
      source: 'https://developers.google.com/identity/protocols/oauth2/web-server#error-codes',
    },
    {
      id: 'usual-401-post',
      when: [{ status: 401 }, { host: 'oauth2.googleapis.com' }, { method: 'POST' }],
      causes: {},
      usual: { 'credentials-invalid': 66, 'credentials-expired': 14, 'policy-denied': 6, 'credentials-missing': 5 },
      says: 'mostly a wrong client secret',
      source: 'https://developers.google.com/identity/protocols/oauth2/web-server#error-codes',
    },
  ],
};

export default vendor;
