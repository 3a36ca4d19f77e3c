import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dynatrace',
  name: 'Dynatrace',
  role: 'api',
  present: [{ host: 'dynatrace.com' }, { host: 'live.dynatrace.com' }],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ text: /token is missing required scope\. use one of:/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope; the answer names it',
      source: 'https://github.com/Dynatrace/dynatrace-api/issues/10',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'live.dynatrace.com' }],
      causes: {},
      usual: { 'scope-insufficient': 72, 'credentials-invalid': 8, 'policy-denied': 6, 'role-missing': 5 },
      says: 'mostly the token lacks the scope',
      source: 'https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'live.dynatrace.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-malformed': 22,
        'credentials-missing': 18,
        'credentials-expired': 8,
      },
      says: 'mostly Bearer in place of Api-Token, or a token of another environment',
      source: 'https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication',
    },
  ],
};

export default vendor;
