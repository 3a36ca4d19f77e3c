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
  ],
};

export default vendor;
