import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cohere',
  name: 'Cohere',
  role: 'api',
  present: [{ host: 'api.cohere.com' }, { host: 'api.cohere.ai' }],
  refusals: [
    {
      id: 'trial',
      alone: true,
      when: [{ text: 'You are using a Trial key, which is limited to' }],
      causes: { 'rate-limited': 'proves' },
      says: "the trial key's calls are used up",
      source: 'https://docs.cohere.com/docs/rate-limits',
    },
  ],
};

export default vendor;
