import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'box',
  name: 'Box',
  role: 'api',
  present: [
    { host: 'api.box.com' },
    { host: 'upload.box.com' },
    { header: 'box-request-id' },
    { body: 'developers.box.com' },
    { body: 'developer.box.com' },
  ],
  refusals: [
    {
      id: 'access-denied',
      alone: true,
      when: [
        {
          any: [
            { code: 'access_denied_insufficient_permissions' },
            { text: /access denied - insufficient permission/ },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests' },
      says: 'the user or service account is no collaborator with the right on this item',
      fix: { who: 'api-owner', text: 'invite the service account to the folder, or act as its owner' },
      source: 'https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/',
    },
    {
      id: 'not-trusted',
      alone: true,
      when: [
        {
          any: [
            { code: 'access_denied_item_locked' },
            { code: 'terms_of_service_required' },
            { code: 'access_denied_location_blocked' },
            { text: 'This app is not authorized by the enterprise' },
            { code: 'forbidden_by_policy' },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the app is not authorised, terms are open, or a policy of the enterprise stands against it',
      source: 'https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/',
    },
    {
      id: 'scope',
      when: [
        {
          any: [
            { challenge: 'Bearer', param: 'error', is: 'insufficient_scope' },
            { text: 'The request requires higher privileges than provided by the access token.' },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the app lacks an application scope',
      source: 'https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'api.box.com' }, { host: 'upload.box.com' }] }],
      causes: {},
      usual: {
        'scope-insufficient': 34,
        'role-missing': 26,
        'not-owner': 16,
        'policy-denied': 10,
        'feature-unavailable': 6,
      },
      says: 'mostly a scope that is off in the app, or the folder is not shared with its service account',
      source: 'https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { any: [{ host: 'api.box.com' }, { host: 'upload.box.com' }] }],
      causes: {},
      usual: { 'object-hidden': 48, 'not-owner': 22, 'role-missing': 18 },
      says: "mostly an item that is not shared with the app's own service account",
      source: 'https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'api.box.com' }, { host: 'upload.box.com' }] }],
      causes: {},
      usual: {
        'credentials-expired': 52,
        'credentials-invalid': 26,
        'credentials-missing': 10,
        'credentials-malformed': 4,
      },
      says: 'mostly an access token past its hour',
      source: 'https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/',
    },
  ],
};

export default vendor;
