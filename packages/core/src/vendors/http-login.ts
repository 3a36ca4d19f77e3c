import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'http-login',
  name: 'Login endpoints',
  role: 'framework',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-token',
      alone: true,
      when: [
        { status: [401, 400] },
        { method: 'POST' },
        {
          path: /^\/(?:[^?]{0,80}\/)?(?:oauth2?|connect|oidc|auth|as)\/(?:[^?]{1,40}\/)?(?:token|access_token|token\.oauth2)(?:\.php)?(?:\?|$)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 62,
        'credentials-expired': 14,
        'credentials-malformed': 8,
        'credentials-missing': 6,
      },
      says: 'the client or its secret, the code or the refresh token is not accepted; a code counts once',
      source: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
    },
    {
      id: 'usual-token-forbidden',
      alone: true,
      when: [
        { status: 403 },
        { method: 'POST' },
        {
          path: /^\/(?:[^?]{0,80}\/)?(?:oauth2?|connect|oidc|auth|as)\/(?:[^?]{1,40}\/)?(?:token|access_token|token\.oauth2)(?:\.php)?(?:\?|$)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 22,
        'client-refused': 20,
        'ip-refused': 18,
        'role-missing': 10,
        'feature-unavailable': 8,
        'csrf-missing': 6,
        'content-rejected': 4,
      },
      says: 'the client is not accepted or not allowed this grant, or a firewall refuses programs',
      source: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
    },
    {
      id: 'usual-refresh',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: 'POST' },
        {
          path: /^\/(?:[^?]{0,80}\/)?(?:auth|token|session|user|users|account)\/(?:refresh|refresh[-_]token|renew)\/?(?:\?|$)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'credentials-expired': 50, 'credentials-invalid': 22, 'credentials-missing': 16 },
      says: 'the refresh token is past its time, used already, or its cookie did not come',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
    },
    {
      id: 'usual-login-401',
      alone: true,
      when: [
        { status: 401 },
        { method: 'POST' },
        {
          path: /^\/(?:[^?]{0,80}\/)?(?:login|signin|sign-in|sign_in|authenticate|sessions?|logon|auth\/local|obtain_auth_token|api-token-auth|jwt\/create|login_check)\/?(?:\?|$)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 72,
        'step-up-required': 5,
        'rate-limited': 5,
        'policy-denied': 4,
        'credentials-malformed': 4,
      },
      says: 'user name or password is wrong, or the fields have other names',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
    },
    {
      id: 'usual-login-403-cookie',
      alone: true,
      when: [
        { status: 403 },
        { method: 'POST' },
        {
          path: /^\/(?:[^?]{0,80}\/)?(?:login|signin|sign-in|sign_in|authenticate|sessions?|logon|register|signup|sign-up)\/?(?:\?|$)/,
        },
        { sent: 'cookie' },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'csrf-invalid': 36,
        'credentials-invalid': 14,
        'origin-rejected': 13,
        'content-rejected': 10,
        'rate-limited': 8,
        'ip-refused': 6,
      },
      says: 'the form token does not fit the session',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
    },
    {
      id: 'usual-login-403',
      alone: true,
      when: [
        { status: 403 },
        { method: 'POST' },
        {
          path: /^\/(?:[^?]{0,80}\/)?(?:login|signin|sign-in|sign_in|authenticate|sessions?|logon|register|signup|sign-up)\/?(?:\?|$)/,
        },
        { not: { sent: 'cookie' } },
        { not: { header: 'server', is: /awselb/i } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'csrf-missing': 38,
        'client-refused': 17,
        'credentials-invalid': 14,
        'origin-rejected': 8,
        'ip-refused': 7,
        'rate-limited': 6,
      },
      says: 'no form token and no cookie of the login page came, or programs are refused',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
    },
    {
      id: 'usual-me',
      alone: true,
      when: [
        { status: 401 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,80}\/)?(?:me|self|whoami|profile|userinfo|user\/me|users\/me|account|current[-_]user|auth\/check)\/?(?:\?|$)/,
        },
        { not: { sent: 'authorization' } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 62, 'credentials-expired': 22, 'origin-rejected': 4 },
      says: 'no token or session came: a page asks who is logged in',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
    },
  ],
};

export default vendor;
