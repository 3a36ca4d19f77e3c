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
  ],
};

export default vendor;
