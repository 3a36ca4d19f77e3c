import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pipedrive',
  name: 'Pipedrive',
  role: 'api',
  present: [{ host: 'pipedrive.com' }, { header: 'pdtrusted-wgw-real-user-ip' }, { text: 'scope and url mismatch' }],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ text: 'scope and url mismatch' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the scopes of the app do not cover this URL',
      fix: { who: 'caller', text: 'add the scope to the app, install it again and use the new token' },
      source: 'https://github.com/pipedrive/client-php/issues/14',
    },
    {
      id: 'unauthorized',
      when: [{ host: 'pipedrive.com' }, { text: 'unauthorized access' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'the API token is missing or unknown',
      source: 'https://pipedrive.readme.io/docs/core-api-concepts-http-status-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'pipedrive.com' }],
      causes: {},
      usual: {
        'scope-insufficient': 26,
        'role-missing': 26,
        'client-refused': 14,
        'feature-unavailable': 14,
        'policy-denied': 6,
      },
      says: "mostly the app's scope or the user's permission set",
      source: 'https://pipedrive.readme.io/docs/core-api-concepts-authentication',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'pipedrive.com' }],
      causes: {},
      usual: { 'credentials-invalid': 54, 'credentials-missing': 20, 'credentials-expired': 10 },
      says: "mostly a wrong token, or another company's domain",
      source: 'https://pipedrive.readme.io/docs/core-api-concepts-authentication',
    },
  ],
};

export default vendor;
