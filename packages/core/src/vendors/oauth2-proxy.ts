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
  ],
};

export default vendor;
