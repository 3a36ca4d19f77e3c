import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'oauth2-proxy',
  name: 'OAuth2 Proxy',
  role: 'gateway',
  present: [
    { cookie: '_oauth2_proxy' },
    { text: /oauth2[ -]proxy/ },
    { path: /^\/oauth2\/(callback|start|sign_in|userinfo)/ },
    { header: 'x-auth-request-redirect' },
  ],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [{ text: /login failed: unable to find a valid csrf token/ }],
      causes: { 'csrf-invalid': 'proves', 'csrf-missing': 'suggests' },
      says: 'the login came back without the cookie of its start: expired, other host, or no Secure',
      source: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
    },
    {
      id: 'not-allowed',
      alone: true,
      when: [
        {
          text: /invalid (account|authentication via oauth2: unauthorized)|you do not have permission to access this resource/,
        },
        {
          any: [
            { text: /oauth2[ -]proxy/ },
            { path: /^\/oauth2\/(callback|start|sign_in)/ },
            { cookie: '_oauth2_proxy' },
          ],
        },
      ],
      causes: { 'role-missing': 'proves', 'policy-denied': 'hints' },
      says: 'e-mail, domain or group of the account is not among those allowed',
      source: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
    },
    {
      id: 'sign-in',
      when: [{ status: [401, 403] }, { text: /sign in with/ }],
      causes: { 'credentials-missing': 'proves', 'credentials-expired': 'suggests' },
      says: 'the sign-in page comes with a 403',
      source: 'https://oauth2-proxy.github.io/oauth2-proxy/features/endpoints',
    },
    {
      id: 'usual-callback',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/oauth2\/callback/ }],
      causes: {},
      usual: {
        'policy-denied': 38,
        'csrf-invalid': 34,
        'credentials-expired': 8,
        'credentials-invalid': 6,
        'role-missing': 4,
      },
      says: 'the CSRF cookie of the login is not found: cookie domain, SameSite, two logins at once',
      source: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
    },
    {
      id: 'usual-auth',
      alone: true,
      when: [{ status: 401 }, { path: /^\/oauth2\/auth(?:\?|$)/ }],
      causes: {},
      usual: { 'credentials-missing': 58, 'credentials-expired': 20, 'credentials-invalid': 6 },
      says: 'the session cookie is missing or past its time',
      source: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
    },
    {
      id: 'usual-auth-forbidden',
      alone: true,
      when: [{ status: 403 }, { path: /^\/oauth2\/(?:auth|userinfo|start|sign_in)(?:\?|$)/ }],
      causes: {},
      usual: { 'policy-denied': 44, 'role-missing': 26, 'credentials-missing': 12, 'csrf-invalid': 6 },
      says: 'the mail address or the group is not among the allowed ones',
      source: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
    },
  ],
};

export default vendor;
