import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cpanel',
  name: 'cPanel / WHM',
  role: 'platform',
  present: [
    { header: 'server', is: 'cpsrvd' },
    { cookie: 'cpsession' },
    { path: '/cpsess' },
    { text: /the security token is missing from your request|cpanel/ },
  ],
  refusals: [
    {
      id: 'security-token',
      alone: true,
      when: [{ text: 'The security token is missing from your request.' }],
      causes: { 'csrf-missing': 'proves' },
      says: 'the cpsess part of the path is missing',
      fix: { who: 'caller', text: 'log in again and use the path with /cpsess...' },
      source: 'https://api.docs.cpanel.net/guides/quickstart-development-guide/tutorial-create-a-cpanel-session',
    },
    {
      id: 'access-denied',
      when: [{ text: /\baccess denied\b/ }, { header: 'server', is: 'cpsrvd' }],
      causes: { 'role-missing': 'suggests', 'credentials-invalid': 'hints', 'ip-refused': 'hints' },
      says: 'the API token or user lacks the privilege, or the login is wrong',
      source: 'https://api.docs.cpanel.net/whm/tokens/',
    },
    {
      id: 'login-invalid',
      alone: true,
      when: [{ text: 'The login is invalid.' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name or password is wrong',
      source: 'https://api.docs.cpanel.net/guides/quickstart-development-guide/tutorial-create-a-cpanel-session',
    },
    {
      id: 'suspended',
      when: [{ text: /contact your (?:hosting provider|web host)/ }, { text: /suspended/ }],
      causes: { 'policy-denied': 'suggests' },
      says: 'the account is suspended by the host',
      source: 'https://docs.cpanel.net/whm/account-functions/manage-account-suspension/',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:cpsess\d{1,12}\/)?(?:execute|json-api|xml-api)\// }],
      causes: {},
      usual: {
        'credentials-invalid': 32,
        'credentials-malformed': 15,
        'ip-refused': 14,
        'role-missing': 13,
        'credentials-expired': 10,
        'feature-unavailable': 7,
        'credentials-missing': 5,
      },
      says: 'the token goes as "cpanel user:TOKEN" or "whm user:TOKEN"; some addresses and functions are closed',
      source: 'https://api.docs.cpanel.net/guides/quickstart-development-guide',
    },
    {
      id: 'usual-page',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/cpsess\d{1,12}\/(?:frontend|scripts|3rdparty|webmail)\// }],
      causes: {},
      usual: {
        'credentials-expired': 46,
        'ip-refused': 18,
        'csrf-invalid': 15,
        'role-missing': 6,
        'client-refused': 3,
      },
      says: 'the session in the URL is past its time, or of another address',
      source: 'https://api.docs.cpanel.net/guides/quickstart-development-guide',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: [2082, 2083, 2086, 2087, 2095, 2096] },
        { not: { path: /^\/(?:cpsess|execute|json-api)/ } },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'ip-refused': 22,
        'rate-limited': 18,
        'credentials-missing': 8,
        'step-up-required': 5,
      },
      says: 'wrong login, or cPHulk has locked the address or the account',
      source: 'https://api.docs.cpanel.net/guides/quickstart-development-guide',
    },
  ],
};

export default vendor;
