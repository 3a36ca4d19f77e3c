import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'vercel',
  name: 'Vercel',
  role: 'platform',
  present: [
    { header: 'x-vercel-id' },
    { header: 'server', is: /^vercel$/i },
    { host: 'vercel.app' },
    { host: 'api.vercel.com' },
    { header: 'x-vercel-error' },
  ],
  refusals: [
    {
      id: 'challenge',
      alone: true,
      when: [{ any: [{ text: 'vercel security checkpoint' }, { header: 'x-vercel-mitigated', is: 'challenge' }] }],
      causes: { 'client-refused': 'proves', 'rate-limited': 'excludes' },
      says: 'the firewall wants a browser to solve its challenge',
      fix: { who: 'api-owner', text: 'let machines past with a bypass rule for these paths' },
      source: 'https://github.com/elevenlabs/ui/issues/80',
    },
    {
      id: 'denied',
      alone: true,
      when: [{ header: 'x-vercel-mitigated', is: 'deny' }],
      causes: {
        'ip-refused': 'suggests',
        'content-rejected': 'hints',
        'client-refused': 'hints',
        'rate-limited': 'hints',
      },
      says: 'a rule of the Vercel firewall denied the request',
      source: 'https://vercel.com/docs/vercel-firewall',
    },
    {
      id: 'protected-deployment',
      alone: true,
      when: [
        { any: [{ cookie: '_vercel_sso_nonce' }, { text: /this page requires authentication|vercel authentication/ }] },
        { status: 401 },
      ],
      causes: { 'credentials-missing': 'proves' },
      says: 'the deployment is protected: it wants a Vercel login or a bypass token',
      source: 'https://vercel.com/docs/deployment-protection',
    },
    {
      id: 'token-missing',
      alone: true,
      when: [{ body: /"missingtoken": ?true/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the API call carries no token',
      source: 'https://vercel.com/docs/rest-api/reference/errors',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [{ body: /"invalidtoken": ?true/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is unknown or past its time',
      source: 'https://vercel.com/docs/rest-api/reference/errors',
    },
    {
      id: 'team-scope',
      alone: true,
      when: [{ text: /trying to access resource under scope/ }],
      causes: { 'scope-insufficient': 'proves', 'policy-denied': 'hints' },
      says: 'the token does not cover this team, or the team wants a login by SAML',
      source: 'https://vercel.com/docs/rest-api/reference/errors',
    },
    {
      id: 'blob',
      alone: true,
      when: [{ text: 'vercel blob: access denied, please provide a valid token' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the token is not of this blob store',
      source: 'https://vercel.com/docs/vercel-blob',
    },
  ],
};

export default vendor;
