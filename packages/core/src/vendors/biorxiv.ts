import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'biorxiv',
  name: 'bioRxiv and medRxiv',
  role: 'app',
  present: [{ host: 'biorxiv.org' }, { host: 'medrxiv.org' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 70, 'ip-refused': 12, 'rate-limited': 8 },
      says: 'the bot wall; bulk access goes by its own storage',
      source: 'https://www.biorxiv.org/tdm',
    },
  ],
};

export default vendor;
