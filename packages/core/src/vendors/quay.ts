import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'quay',
  name: 'Quay',
  role: 'registry',
  present: [{ host: 'quay.io' }],
  refusals: [
    {
      id: 'not-authorized',
      alone: true,
      when: [{ text: 'access to the requested resource is not authorized' }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'suggests', 'object-hidden': 'suggests' },
      says: 'the account may not do this with the repository',
      source: 'https://docs.quay.io/issues/auth-failure.html',
    },
    {
      id: 'csrf',
      alone: true,
      when: [{ text: 'csrf token was invalid or missing' }],
      causes: { 'credentials-missing': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the API wants an OAuth token; without one it asks for the CSRF token of a browser',
      fix: { who: 'caller', text: 'send Authorization: Bearer with an OAuth application token' },
      source: 'https://docs.quay.io/api/',
    },
    {
      id: 'robot',
      alone: true,
      when: [{ text: /could not find robot with (specified )?username/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'no such robot account or password',
      source: 'https://docs.quay.io/glossary/robot-accounts.html',
    },
    {
      id: 'namespace-disabled',
      alone: true,
      when: [{ text: /namespace [^ ]{1,80} has been disabled/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the organisation is switched off',
      source: 'https://access.redhat.com/documentation/en-us/red_hat_quay/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'object-hidden': 32,
        'credentials-missing': 32,
        'credentials-invalid': 14,
        'role-missing': 10,
        'credentials-expired': 4,
      },
      says: 'a repository that does not exist is answered like a private one',
      source: 'https://docs.quay.io/issues/auth-failure.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'role-missing': 40,
        'policy-denied': 12,
        'ip-refused': 10,
        'scope-insufficient': 10,
        'proxy-refused': 6,
      },
      says: "mostly the robot account's permission",
      source: 'https://docs.quay.io/issues/auth-failure.html',
    },
  ],
};

export default vendor;
