import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'algolia',
  name: 'Algolia',
  role: 'api',
  present: [{ host: 'algolia.net' }, { host: 'algolianet.com' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [{ text: 'Invalid Application-ID or API key' }],
      causes: { 'credentials-invalid': 'suggests', 'scope-insufficient': 'hints' },
      says: 'the application id or the API key is wrong or does not fit the other',
      source: 'https://www.algolia.com/doc/guides/security/api-keys/',
    },
    {
      id: 'rights',
      alone: true,
      when: [
        { any: [{ text: 'Method not allowed with this API key' }, { text: 'Index not allowed with this API key' }] },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the API key lacks the right for this call or this index',
      source: 'https://www.algolia.com/doc/guides/security/api-keys/',
    },
    {
      id: 'referer',
      alone: true,
      when: [
        { any: [{ text: 'Method not allowed with this referer' }, { text: 'Invalid referer' }] },
        { any: [{ host: 'algolia.net' }, { text: 'with this referer' }] },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: "the key's referers do not hold this one",
      source: 'https://www.algolia.com/doc/guides/security/api-keys/',
    },
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-invalid': 50,
        'scope-insufficient': 24,
        'origin-rejected': 10,
        'credentials-missing': 6,
        'ip-refused': 4,
      },
      says: 'mostly a key of another application, or one without this right',
      source: 'https://support.algolia.com/hc/en-us/articles/4406981829777',
    },
  ],
};

export default vendor;
