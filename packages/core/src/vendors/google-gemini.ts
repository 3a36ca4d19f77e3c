import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-gemini',
  name: 'Gemini API',
  role: 'api',
  present: [{ host: 'generativelanguage.googleapis.com' }, { host: 'aiplatform.googleapis.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'generativelanguage.googleapis.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 28,
        'feature-unavailable': 28,
        'ip-refused': 16,
        'policy-denied': 10,
        'role-missing': 8,
        'origin-rejected': 5,
      },
      says: 'mostly the key or its restrictions, an API that is off, or the region',
      source: 'https://ai.google.dev/gemini-api/docs/troubleshooting',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'generativelanguage.googleapis.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-missing': 20,
        'credentials-malformed': 18,
        'credentials-expired': 8,
      },
      says: 'mostly a key sent as a bearer token',
      source: 'https://ai.google.dev/gemini-api/docs/troubleshooting',
    },
  ],
};

export default vendor;
