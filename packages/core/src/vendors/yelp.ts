import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'yelp',
  name: 'Yelp',
  role: 'api',
  present: [{ host: 'api.yelp.com' }],
  refusals: [
    {
      id: 'missing',
      when: [{ host: 'api.yelp.com' }, { code: 'TOKEN_MISSING' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no key was sent as Bearer',
      source: 'https://docs.developer.yelp.com/docs/places-error-codes',
    },
    {
      id: 'invalid',
      when: [{ host: 'api.yelp.com' }, { code: ['TOKEN_INVALID', 'UNAUTHORIZED_API_KEY'] }],
      causes: { 'credentials-invalid': 'suggests', 'scope-insufficient': 'hints', 'feature-unavailable': 'hints' },
      says: 'the key is unknown or not allowed to this endpoint',
      source: 'https://docs.developer.yelp.com/docs/places-error-codes',
    },
    {
      id: 'limit',
      when: [{ host: 'api.yelp.com' }, { code: ['ACCESS_LIMIT_REACHED', 'TOO_MANY_REQUESTS_PER_SECOND'] }],
      causes: { 'rate-limited': 'proves' },
      says: 'the daily limit of the key is reached',
      source: 'https://docs.developer.yelp.com/docs/places-error-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 44, 'credentials-invalid': 20, 'client-refused': 12, 'role-missing': 8 },
      says: 'mostly the plan does not include this endpoint',
      source: 'https://docs.developer.yelp.com/docs/places-error-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 26, 'credentials-malformed': 10 },
      says: 'mostly a wrong key, or Bearer is missing',
      source: 'https://docs.developer.yelp.com/docs/places-error-codes',
    },
  ],
};

export default vendor;
