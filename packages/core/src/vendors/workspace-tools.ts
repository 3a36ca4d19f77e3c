import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'workspace-tools',
  name: 'Miro, Lucid, Coda, Wrike, Basecamp, Todoist',
  role: 'api',
  present: [
    { host: 'api.miro.com' },
    { host: 'lucid.co' },
    { host: 'coda.io' },
    { host: 'wrike.com' },
    { host: 'basecampapi.com' },
    { host: 'todoist.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'not-owner': 26,
        'role-missing': 24,
        'scope-insufficient': 20,
        'feature-unavailable': 10,
        'client-refused': 4,
      },
      says: 'mostly no access to this board or document, or a scope',
      source: 'https://developers.miro.com/docs/rest-api-error-responses',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 38,
        'credentials-expired': 28,
        'credentials-missing': 14,
        'credentials-malformed': 6,
      },
      says: 'mostly a revoked or expired token',
      source: 'https://developers.miro.com/docs/rest-api-error-responses',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'object-hidden': 42, 'not-owner': 24, 'role-missing': 14 },
      says: 'mostly a document that the token cannot see',
      source: 'https://developers.miro.com/docs/rest-api-error-responses',
    },
  ],
};

export default vendor;
