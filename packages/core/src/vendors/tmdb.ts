import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tmdb',
  name: 'TMDB',
  role: 'api',
  present: [{ host: 'themoviedb.org' }, { host: 'tmdb.org' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [{ text: 'invalid api key: you must be granted a valid key' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the key is missing or unknown; the long token goes into Authorization, the short key into api_key',
      source: 'https://developer.themoviedb.org/docs/errors',
    },
    {
      id: 'service',
      alone: true,
      when: [{ text: 'authentication failed: you do not have permissions to access the service' }],
      causes: { 'role-missing': 'suggests', 'feature-unavailable': 'hints' },
      says: 'the account may not use this service',
      source: 'https://developer.themoviedb.org/docs/errors',
    },
    {
      id: 'suspended',
      alone: true,
      when: [
        {
          text: /suspended api key: access to your account has been suspended|account disabled: your account is no longer active/,
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the account or its key is suspended',
      source: 'https://developer.themoviedb.org/docs/errors',
    },
    {
      id: 'write',
      alone: true,
      when: [{ text: "this token hasn't been granted write permission by the user" }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the user has not allowed writing to this token',
      source: 'https://developer.themoviedb.org/docs/errors',
    },
    {
      id: 'verify',
      alone: true,
      when: [{ text: 'email not verified: your email address has not been verified' }],
      causes: { 'step-up-required': 'suggests', 'policy-denied': 'suggests' },
      says: 'the mail address of the account is not verified',
      source: 'https://developer.themoviedb.org/docs/errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 42, 'credentials-missing': 26, 'credentials-malformed': 18, 'policy-denied': 4 },
      says: 'mostly the read token sent as api_key or the reverse, or none',
      source: 'https://developer.themoviedb.org/docs/errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 40, 'client-refused': 22, 'proxy-refused': 14, 'credentials-invalid': 8 },
      says: 'mostly the network or country on the way',
      source: 'https://developer.themoviedb.org/docs/errors',
    },
  ],
};

export default vendor;
