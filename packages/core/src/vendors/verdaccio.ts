import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'verdaccio',
  name: 'Verdaccio',
  role: 'registry',
  present: [{ header: 'x-powered-by', is: /^verdaccio/i }],
  refusals: [
    {
      id: 'not-allowed',
      alone: true,
      when: [{ text: /is not allowed to (publish|access|unpublish) package|unregistered users cannot publish/ }],
      causes: { 'role-missing': 'proves', 'credentials-missing': 'suggests' },
      says: 'the packages rules of the configuration do not let this user do that',
      source: 'https://verdaccio.org/docs/packages',
    },
    {
      id: 'authorization',
      alone: true,
      when: [{ text: /authorization required to (access|publish) package/ }],
      causes: { 'credentials-missing': 'proves', 'credentials-expired': 'hints' },
      says: 'the package is for logged-in users',
      source: 'https://verdaccio.org/docs/authentication',
    },
    {
      id: 'registration',
      alone: true,
      when: [{ text: 'user registration disabled' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the server takes no new users',
      source: 'https://verdaccio.org/docs/authentication',
    },
  ],
};

export default vendor;
