import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'typesense',
  name: 'Typesense',
  role: 'database',
  present: [{ host: 'typesense.net' }, { text: 'x-typesense-api-key' }],
  refusals: [
    {
      id: 'api-key',
      alone: true,
      when: [{ text: /forbidden - a valid .?x-typesense-api-key.? header must be sent/ }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests', 'scope-insufficient': 'hints' },
      says: 'the key is absent, unknown, or lacks this action or collection',
      source: 'https://typesense.org/docs/latest/api/api-keys.html',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/(?:collections|multi_search|keys|aliases|health|operations)(?:[/?]|$)/ },
        { sent: 'x-typesense-api-key' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 46, 'scope-insufficient': 40, 'credentials-expired': 4 },
      says: 'the key is wrong, or may not do this action on this collection',
      source: 'https://typesense.org/docs/latest/api/api-keys.html',
    },
  ],
};

export default vendor;
