import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'webflow',
  name: 'Webflow',
  role: 'api',
  present: [{ host: 'api.webflow.com' }],
  refusals: [
    {
      id: 'scopes',
      alone: true,
      when: [{ text: /oauthforbidden: you are missing the following scopes/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scopes that are named',
      source: 'https://developers.webflow.com/data/reference/error-handling',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 50, 'feature-unavailable': 18, 'role-missing': 10, 'credentials-invalid': 8 },
      says: 'mostly the token lacks a scope, or the plan',
      source: 'https://developers.webflow.com/data/reference/error-handling',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 52,
        'credentials-missing': 16,
        'credentials-expired': 12,
        'credentials-malformed': 6,
      },
      says: 'mostly a token of the old API version',
      source: 'https://developers.webflow.com/data/reference/error-handling',
    },
  ],
};

export default vendor;
