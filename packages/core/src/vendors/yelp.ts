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
  ],
};

export default vendor;
