import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wasabi',
  name: 'Wasabi',
  role: 'storage',
  present: [{ header: 'server', is: /^wasabis3/i }, { host: 'wasabisys.com' }],
  refusals: [
    {
      id: 'public-use',
      alone: true,
      when: [{ text: 'public use of objects is not allowed' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the account has no public access; trial accounts never do',
      source: 'https://docs.wasabi.com/docs/creating-a-public-access-bucket',
    },
    {
      id: 'access-denied',
      when: [{ text: /\baccessdenied\b/ }, { text: /access denied\b/ }],
      causes: { 'role-missing': 'suggests', 'feature-unavailable': 'hints', 'credentials-missing': 'hints' },
      says: 'no policy allows it',
      source: 'https://docs.wasabi.com/docs/access-denied-error-403-forbidden',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'wasabisys.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 42,
        'role-missing': 26,
        'credentials-expired': 12,
        'object-hidden': 8,
        'policy-denied': 8,
      },
      says: "mostly another region's endpoint, a policy, or the trial's limit",
      source: 'https://docs.wasabi.com/docs/error-response-list',
    },
  ],
};

export default vendor;
