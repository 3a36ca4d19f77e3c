import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pinecone',
  name: 'Pinecone',
  role: 'database',
  present: [{ host: 'pinecone.io' }, { header: 'x-pinecone-api-version' }],
  refusals: [
    {
      id: 'environment',
      alone: true,
      when: [
        {
          any: [
            { text: 'api key is missing or invalid for the environment' },
            { header: 'www-authenticate', is: 'API key is missing or invalid for the environment' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the key is not known in this environment, or none came',
      fix: { who: 'caller', text: 'use the environment that the console shows beside the key' },
      source: 'https://github.com/pinecone-io/pinecone-ts-client/issues/25',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'pinecone.io' }],
      causes: {},
      usual: { 'credentials-invalid': 64, 'credentials-missing': 14, 'credentials-malformed': 6 },
      says: "mostly a key of another project than the index's host",
      source: 'https://docs.pinecone.io/reference/api/errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'pinecone.io' }],
      causes: {},
      usual: {
        'role-missing': 26,
        'feature-unavailable': 26,
        'scope-insufficient': 16,
        'credentials-invalid': 10,
        'policy-denied': 6,
      },
      says: "mostly the key's role or the plan",
      source: 'https://docs.pinecone.io/reference/api/errors',
    },
  ],
};

export default vendor;
