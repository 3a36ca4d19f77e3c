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
      causes: {},
      usual: {
        'credentials-invalid': 45,
        'feature-unavailable': 18,
        'credentials-missing': 18,
        'credentials-malformed': 6,
        'credentials-expired': 6,
      },
      says: 'mostly a wrong key, one that is not active yet, or a workspace without a plan',
      source: 'https://github.com/cline/cline/issues/1734',
    },
  ],
};

export default vendor;
