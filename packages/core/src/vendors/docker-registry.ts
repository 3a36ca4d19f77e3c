import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'docker-registry',
  name: 'Docker registry',
  role: 'registry',
  present: [{ header: 'docker-distribution-api-version' }],
  refusals: [
    {
      id: 'access-denied',
      alone: true,
      when: [{ text: 'requested access to the resource is denied' }],
      causes: {
        'role-missing': 'suggests',
        'credentials-missing': 'hints',
        'scope-insufficient': 'hints',
        'object-hidden': 'hints',
      },
      says: 'the account may not do this with the repository, or it does not exist',
      source: 'https://distribution.github.io/distribution/spec/api/',
    },
    {
      id: 'denied',
      when: [{ code: 'DENIED' }],
      causes: {
        'role-missing': 'suggests',
        'scope-insufficient': 'hints',
        'object-hidden': 'hints',
        'credentials-missing': 'hints',
      },
      says: 'the account may not do this with the repository',
      source: 'https://distribution.github.io/distribution/spec/api/',
    },
    {
      id: 'authentication-text',
      alone: true,
      when: [{ text: /unauthorized: authentication required/ }],
      causes: { 'credentials-missing': 'proves', 'scope-insufficient': 'hints' },
      says: 'the registry wants a login for this repository and action',
      source: 'https://distribution.github.io/distribution/spec/api/',
    },
    {
      id: 'authentication',
      when: [
        { code: 'UNAUTHORIZED' },
        { text: 'authentication required' },
        { not: { text: 'unauthorized: authentication required' } },
      ],
      causes: { 'credentials-missing': 'proves', 'scope-insufficient': 'hints' },
      says: 'the registry wants a token for this repository and action',
      source: 'https://distribution.github.io/distribution/spec/api/',
    },
    {
      id: 'scope-text',
      alone: true,
      when: [{ text: /server message: insufficient_scope: authorization failed/ }],
      causes: { 'role-missing': 'suggests', 'object-hidden': 'suggests', 'credentials-missing': 'hints' },
      says: 'the login does not cover this repository, or it does not exist',
      source: 'https://distribution.github.io/distribution/spec/api/',
    },
  ],
};

export default vendor;
