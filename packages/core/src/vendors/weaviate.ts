import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'weaviate',
  name: 'Weaviate',
  role: 'database',
  present: [{ host: 'weaviate.network' }, { host: 'weaviate.cloud' }, { text: 'anonymous access not enabled' }],
  refusals: [
    {
      id: 'anonymous',
      alone: true,
      when: [{ text: /anonymous access not enabled\. please authenticate through one of the available methods/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'Weaviate: no credentials came',
      source: 'https://docs.weaviate.io/deploy/configuration/authentication',
    },
  ],
};

export default vendor;
