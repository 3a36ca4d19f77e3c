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
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 55,
        'credentials-missing': 20,
        'credentials-malformed': 9,
        'credentials-expired': 6,
      },
      says: 'mostly a wrong or deactivated key',
      source: 'https://docs.cohere.com/reference/errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'ip-refused': 30,
        'client-refused': 22,
        'feature-unavailable': 15,
        'role-missing': 12,
        'credentials-invalid': 8,
      },
      says: 'mostly the network or country; else the plan',
      source: 'https://docs.cohere.com/reference/errors',
    },
  ],
};

export default vendor;
