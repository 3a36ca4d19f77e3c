import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'authelia',
  name: 'Authelia',
  role: 'identity',
  present: [{ cookie: 'authelia_session' }, { header: 'location', is: /[?&]rd=http[^&]{0,2000}&rm=/i }],
  refusals: [
    {
      id: 'forbidden',
      when: [{ status: 403 }, { cookie: 'authelia_session' }],
      causes: { 'role-missing': 'suggests', 'step-up-required': 'hints', 'policy-denied': 'hints' },
      says: 'a rule of the access control denies this user',
      source: 'https://www.authelia.com/configuration/security/access-control/',
    },
    {
      id: 'login',
      when: [{ header: 'location', is: /[?&]rd=http[^&]{0,2000}&rm=/i }, { status: [302, 303] }],
      causes: { 'credentials-missing': 'proves', 'step-up-required': 'suggests' },
      says: 'the portal wants a login, or a second factor',
      source: 'https://www.authelia.com/integration/proxies/introduction/',
    },
  ],
};

export default vendor;
