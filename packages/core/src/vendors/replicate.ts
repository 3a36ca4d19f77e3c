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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.replicate.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 42,
        'credentials-missing': 38,
        'credentials-malformed': 10,
        'credentials-expired': 4,
      },
      says: 'mostly REPLICATE_API_TOKEN is not set or wrong',
      source: 'https://replicate.com/docs/topics/security/api-tokens',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.replicate.com' }],
      causes: {},
      usual: {
        'client-refused': 25,
        'role-missing': 25,
        'feature-unavailable': 18,
        'ip-refused': 10,
        'credentials-invalid': 8,
        'policy-denied': 6,
      },
      says: 'mostly the account may not use this model, or the edge refuses the client',
      source: 'https://replicate.com/docs/topics/security/api-tokens',
    },
  ],
};

export default vendor;
