import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mistral',
  name: 'Mistral AI',
  role: 'api',
  present: [{ host: 'mistral.ai' }],
  refusals: [
    {
      id: 'unauthorized',
      when: [{ host: 'mistral.ai' }, { status: 401 }, { text: 'unauthorized' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'the key is unknown at this endpoint; Codestral and La Plateforme take keys of their own',
      source: 'https://github.com/cline/cline/issues/1734',
    },
  ],
};

export default vendor;
