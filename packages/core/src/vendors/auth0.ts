import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'auth0',
  name: 'Auth0',
  role: 'identity',
  present: [{ host: 'auth0.com' }, { header: 'x-auth0-requestid' }, { text: /auth0/ }],
  refusals: [
    {
      id: 'insufficient-scope',
      alone: true,
      when: [{ text: /insufficient scope, expected any of:/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the Management API token lacks a scope; the answer names it',
      source: 'https://auth0.com/docs/api/management/v2/introduction',
    },
    {
      id: 'service-not-enabled',
      when: [
        {
          any: [
            { text: 'Service not enabled within domain' },
            { text: /service not found: / },
            { text: /grant type '[^']{1,80}' not allowed for the client/ },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'suggests' },
      says: 'the API, grant type or service is not enabled for this tenant or client',
      source: 'https://auth0.com/docs/troubleshoot/basic-issues',
    },
    {
      id: 'client-not-authorized',
      alone: true,
      when: [
        {
          text: /client is not authorized to access "?[^"]{1,200}"?\. you (?:might|need to)|client is not authorized to access .{1,200}\. you might probably want to create a "?client-grant/,
        },
      ],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'hints' },
      says: 'the application has no client grant for this API',
      fix: { who: 'api-owner', text: 'authorise the application for the API under Machine to Machine Applications' },
      source: 'https://auth0.com/docs/get-started/applications/application-access-to-apis-client-grants',
    },
    {
      id: 'wrong-password',
      when: [{ text: 'Wrong email or password.' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the e-mail address or password is wrong',
      source: 'https://auth0.com/docs/libraries/common-auth0-library-authentication-errors',
    },
    {
      id: 'mfa-required',
      alone: true,
      when: [{ any: [{ code: 'mfa_required' }, { text: 'Multifactor authentication required' }] }],
      causes: { 'step-up-required': 'proves' },
      says: 'a second factor is wanted',
      source: 'https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa',
    },
    {
      id: 'blocked-account',
      when: [
        {
          any: [
            { text: 'user is blocked' },
            { text: 'Your account has been blocked after multiple consecutive login attempts' },
            { code: 'too_many_attempts' },
          ],
        },
      ],
      causes: { 'policy-denied': 'suggests', 'rate-limited': 'hints' },
      says: 'the account is blocked, by an administrator or after failed logins',
      source: 'https://auth0.com/docs/secure/attack-protection/brute-force-protection',
    },
    {
      id: 'global-limit',
      when: [{ any: [{ text: 'Global limit has been reached' }, { code: 'too_many_requests' }] }],
      causes: { 'rate-limited': 'proves' },
      says: 'a rate limit of the tenant or API is reached',
      source: 'https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'auth0.com' }, { path: '/oauth/token' }, { method: 'POST' }],
      causes: {},
      usual: { 'credentials-invalid': 61, 'feature-unavailable': 16, 'policy-denied': 8, 'credentials-missing': 6 },
      says: 'mostly a wrong client secret, or a client that needs none or another method',
      source: 'https://auth0.com/docs/troubleshoot/basic-issues',
    },
    {
      id: 'usual-token',
      when: [{ status: 403 }, { host: 'auth0.com' }, { path: '/oauth/token' }, { method: 'POST' }],
      causes: {},
      usual: {
        'feature-unavailable': 32,
        'credentials-invalid': 24,
        'policy-denied': 20,
        'credentials-expired': 10,
        'scope-insufficient': 6,
      },
      says: 'mostly the grant type is off for this application, or the login was blocked',
      source: 'https://auth0.com/docs/troubleshoot/basic-issues',
    },
    {
      id: 'usual-management',
      when: [{ status: 403 }, { host: 'auth0.com' }, { path: '/api/v2/' }],
      causes: {},
      usual: { 'scope-insufficient': 66, 'credentials-invalid': 8, 'role-missing': 8, 'feature-unavailable': 6 },
      says: 'mostly the management token lacks the scope',
      source: 'https://auth0.com/docs/troubleshoot/basic-issues',
    },
  ],
};

export default vendor;
