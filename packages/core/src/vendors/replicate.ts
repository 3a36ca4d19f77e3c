import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'replicate',
  name: 'Replicate',
  role: 'api',
  present: [{ host: 'api.replicate.com' }, { body: 'replicate.com' }],
  refusals: [
    {
      id: 'unauthenticated',
      alone: true,
      when: [{ text: /you did not pass (?:an|a valid) authentication token/ }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'no token came, or a wrong one',
      source: 'https://replicate.com/docs/reference/http#errors',
    },
    {
      id: 'credit',
      alone: true,
      when: [
        { any: [{ text: /you have insufficient credit to run this model/ }, { text: 'Free time limit reached' }] },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: "the account's credit or free time is used up",
      source: 'https://replicate.com/docs/reference/http#errors',
    },
  ],
};

export default vendor;
