import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'meilisearch',
  name: 'Meilisearch',
  role: 'database',
  present: [
    { host: 'meilisearch.com' },
    { host: 'meilisearch.io' },
    { body: 'docs.meilisearch.com' },
    { body: 'www.meilisearch.com/docs' },
  ],
  refusals: [
    {
      id: 'invalid-api-key',
      when: [{ text: 'The provided API key is invalid.' }],
      causes: { 'credentials-invalid': 'suggests', 'scope-insufficient': 'suggests' },
      says: 'the key is unknown, or lacks this action or index',
      source: 'https://www.meilisearch.com/docs/reference/errors/error_codes',
    },
    {
      id: 'header-missing',
      alone: true,
      when: [{ text: /the authorization header is missing\. it must use the bearer authorization method/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no Authorization header came',
      source: 'https://www.meilisearch.com/docs/reference/errors/error_codes',
    },
  ],
};

export default vendor;
