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
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: 7700 },
        {
          path: /^\/(?:indexes\/[a-z0-9_-]{1,80}\/(?:search|documents|settings|stats|facet-search)|multi-search|keys|tasks|indexes)(?:[/?]|$)/i,
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-missing': 32,
        'scope-insufficient': 16,
        'credentials-expired': 3,
      },
      says: 'the key goes as Bearer; the search key cannot write, and 403 is a key that does not fit',
      source: 'https://www.meilisearch.com/docs/learn/security/basic_security',
    },
  ],
};

export default vendor;
