import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'airtable',
  name: 'Airtable',
  role: 'api',
  present: [{ host: 'api.airtable.com' }, { text: /invalid_permissions_or_model_not_found/ }],
  refusals: [
    {
      id: 'permissions-or-model',
      alone: true,
      when: [
        {
          any: [
            { text: 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND' },
            { text: 'Invalid permissions, or the requested model was not found.' },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'suggests', 'object-hidden': 'hints', 'role-missing': 'hints' },
      says: "the base or table does not exist, or the token lacks its scope or the base's access",
      fix: {
        who: 'caller',
        text: 'see that the token holds the scope and this base under Access, and that base id and table name are right',
      },
      source: 'https://airtable.com/developers/web/api/errors',
    },
    {
      id: 'invalid-permissions',
      when: [{ any: [{ code: 'INVALID_PERMISSIONS' }, { text: 'You are not permitted to perform this operation' }] }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'suggests' },
      says: 'the user or token lacks the permission',
      source: 'https://airtable.com/developers/web/api/errors',
    },
    {
      id: 'token',
      when: [
        {
          any: [
            { code: 'AUTHENTICATION_REQUIRED' },
            { text: 'Invalid authentication token' },
            { code: 'UNAUTHORIZED' },
          ],
        },
      ],
      causes: {
        'credentials-invalid': 'suggests',
        'credentials-missing': 'suggests',
        'credentials-malformed': 'hints',
      },
      says: 'the token is absent, wrong or an old API key',
      source: 'https://airtable.com/developers/web/api/errors',
    },
    {
      id: 'billing',
      alone: true,
      when: [{ code: 'PUBLIC_API_BILLING_LIMIT_EXCEEDED' }],
      causes: { 'rate-limited': 'suggests', 'feature-unavailable': 'suggests' },
      says: "the plan's monthly API calls are used up",
      source: 'https://airtable.com/developers/web/api/errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.airtable.com' }],
      causes: {},
      usual: {
        'scope-insufficient': 34,
        'role-missing': 22,
        'object-hidden': 18,
        'credentials-invalid': 10,
        'feature-unavailable': 6,
      },
      says: 'mostly the token lacks a scope or was not given this base',
      source: 'https://support.airtable.com/docs/airtable-api-common-troubleshooting',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'api.airtable.com' }],
      causes: {},
      usual: { 'object-hidden': 50, 'scope-insufficient': 16, 'role-missing': 14, 'credentials-invalid': 9 },
      says: 'mostly a wrong base or table id, or one that the token was not given',
      source: 'https://support.airtable.com/docs/airtable-api-common-troubleshooting',
    },
  ],
};

export default vendor;
