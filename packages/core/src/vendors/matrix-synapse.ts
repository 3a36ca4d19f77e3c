import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'matrix-synapse',
  name: 'Matrix homeserver (Synapse)',
  role: 'app',
  present: [{ path: '/_matrix/' }, { path: '/_synapse/' }, { body: /"errcode": ?"m_/ }],
  refusals: [
    {
      id: 'not-in-room',
      when: [{ code: 'M_FORBIDDEN' }, { text: 'not in room' }],
      causes: { 'not-owner': 'suggests', 'role-missing': 'hints' },
      says: 'the user is not in this room, and only those who are may do this',
      source: 'https://spec.matrix.org/latest/client-server-api/#standard-error-response',
    },
    {
      id: 'forbidden',
      when: [
        { code: 'M_FORBIDDEN' },
        {
          not: {
            text: /you are not a server admin|not in room|guest access|invalid username|invalid password|registration (?:has been|is) disabled/,
          },
        },
      ],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints', 'credentials-invalid': 'hints' },
      says: "the user's power level or membership in the room does not allow this",
      source: 'https://spec.matrix.org/latest/client-server-api/#standard-error-response',
    },
    {
      id: 'bad-login',
      alone: true,
      when: [
        { code: 'M_FORBIDDEN' },
        { text: /invalid (?:username or password|password|username)|invalid login token/ },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name or password is wrong',
      source: 'https://spec.matrix.org/latest/client-server-api/#standard-error-response',
    },
    {
      id: 'registration-off',
      alone: true,
      when: [{ text: /registration (?:has been|is) disabled/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'registration is off on this server',
      source: 'https://spec.matrix.org/latest/client-server-api/#standard-error-response',
    },
    {
      id: 'not-admin',
      alone: true,
      when: [{ text: 'You are not a server admin' }, { not: { text: 'couchdb' } }, { body: 'm_forbidden' }],
      causes: { 'role-missing': 'proves' },
      says: 'only a server administrator may do this',
      source: 'https://element-hq.github.io/synapse/latest/usage/administration/admin_api/',
    },
    {
      id: 'unknown-token',
      alone: true,
      when: [{ code: 'M_UNKNOWN_TOKEN' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the access token is unknown, logged out or past its time',
      source: 'https://spec.matrix.org/latest/client-server-api/#standard-error-response',
    },
    {
      id: 'missing-token',
      alone: true,
      when: [{ code: 'M_MISSING_TOKEN' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no access token came',
      source: 'https://spec.matrix.org/latest/client-server-api/#standard-error-response',
    },
    {
      id: 'guest',
      alone: true,
      when: [{ code: 'M_GUEST_ACCESS_FORBIDDEN' }],
      causes: { 'role-missing': 'suggests' },
      says: 'guests may not do this',
      source: 'https://spec.matrix.org/latest/client-server-api/#standard-error-response',
    },
    {
      id: 'deactivated',
      alone: true,
      when: [
        {
          code: [
            'M_USER_DEACTIVATED',
            'M_USER_SUSPENDED',
            'M_USER_LOCKED',
            'M_CONSENT_NOT_GIVEN',
            'M_RESOURCE_LIMIT_EXCEEDED',
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the user is deactivated, suspended or has terms to accept',
      source: 'https://spec.matrix.org/latest/client-server-api/#standard-error-response',
    },
    {
      id: 'limit',
      alone: true,
      when: [{ code: 'M_LIMIT_EXCEEDED' }],
      causes: { 'rate-limited': 'proves' },
      says: 'the rate limit is reached',
      source: 'https://spec.matrix.org/latest/client-server-api/#standard-error-response',
    },
  ],
};

export default vendor;
