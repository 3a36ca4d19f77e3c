import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'api-umbrella',
  name: 'API Umbrella (api.data.gov)',
  role: 'gateway',
  present: [
    { host: 'api.nasa.gov' },
    { host: 'api.data.gov' },
    { header: 'via', is: 'api-umbrella' },
    { header: 'x-api-umbrella-request-id' },
  ],
  refusals: [
    {
      id: 'missing',
      alone: true,
      when: [{ text: 'no api_key was supplied' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no api_key came',
      source: 'https://api.data.gov/docs/developer-manual/',
    },
    {
      id: 'invalid',
      alone: true,
      when: [{ text: 'an invalid api_key was supplied' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the api_key is unknown',
      source: 'https://api.data.gov/docs/developer-manual/',
    },
    {
      id: 'disabled',
      alone: true,
      when: [{ code: 'api_key_disabled' }],
      causes: { 'credentials-invalid': 'suggests', 'policy-denied': 'suggests' },
      says: 'the api_key was switched off',
      source: 'https://api.data.gov/docs/developer-manual/',
    },
    {
      id: 'unauthorized',
      alone: true,
      when: [{ code: 'api_key_unauthorized' }, { text: 'not authorized to access the given service' }],
      causes: { 'role-missing': 'proves', 'feature-unavailable': 'hints' },
      says: 'the api_key is not allowed to this service',
      source: 'https://api.data.gov/docs/developer-manual/',
    },
    {
      id: 'unverified',
      alone: true,
      when: [{ code: 'api_key_unverified' }],
      causes: { 'policy-denied': 'suggests', 'step-up-required': 'suggests' },
      says: 'the address behind the key has not been verified',
      source: 'https://api.data.gov/docs/developer-manual/',
    },
    {
      id: 'https',
      alone: true,
      when: [{ code: 'https_required' }],
      causes: { 'tls-required': 'proves' },
      says: 'the service takes HTTPS only',
      source: 'https://api.data.gov/docs/developer-manual/',
    },
    {
      id: 'limit',
      alone: true,
      when: [{ code: 'over_rate_limit' }],
      causes: { 'rate-limited': 'proves' },
      says: 'the limit of the key (DEMO_KEY is small) is reached',
      source: 'https://api.data.gov/docs/developer-manual/',
    },
  ],
};

export default vendor;
