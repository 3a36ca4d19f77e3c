import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'strapi',
  name: 'Strapi',
  role: 'cms',
  present: [{ header: 'x-powered-by', is: 'Strapi' }],
  refusals: [
    {
      id: 'forbidden',
      when: [{ code: 'ForbiddenError' }, { any: [{ header: 'x-powered-by', is: 'Strapi' }, { body: '"details":{}' }] }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'hints', 'credentials-missing': 'suggests' },
      says: 'the role of the caller, or the public role, lacks this action',
      fix: { who: 'api-owner', text: 'tick the action for the role in Users and Permissions, or for the API token' },
      source: 'https://docs.strapi.io/cms/features/users-permissions',
    },
    {
      id: 'forbidden-alone',
      alone: true,
      when: [
        { body: '"name":"forbiddenerror"' },
        { body: '"data":null' },
        { not: { header: 'x-powered-by', is: 'Strapi' } },
      ],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the role of the caller, or the public role, lacks this action',
      source: 'https://docs.strapi.io/cms/features/users-permissions',
    },
    {
      id: 'invalid-credentials',
      when: [
        { text: 'Missing or invalid credentials' },
        { any: [{ body: 'unauthorizederror' }, { header: 'x-powered-by', is: 'Strapi' }] },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API token or JWT is not valid',
      source: 'https://docs.strapi.io/cms/features/users-permissions',
    },
    {
      id: 'usual-public',
      when: [
        { status: [401, 403] },
        { path: /^\/api\/[a-z-]{2,40}(?:[/?]|$)/ },
        { not: { sent: 'authorization' } },
        { header: 'x-powered-by', is: 'Strapi' },
      ],
      causes: {},
      usual: { 'role-missing': 62, 'credentials-missing': 20, 'object-hidden': 5, 'feature-unavailable': 2 },
      says: 'the Public role has not been given this action',
      source: 'https://docs.strapi.io/cms/features/users-permissions',
    },
    {
      id: 'usual-token',
      when: [
        { status: [401, 403] },
        { path: /^\/api\// },
        { sent: 'authorization' },
        { header: 'x-powered-by', is: 'Strapi' },
      ],
      causes: {},
      usual: {
        'role-missing': 48,
        'credentials-invalid': 24,
        'scope-insufficient': 8,
        'credentials-expired': 8,
        'credentials-malformed': 5,
      },
      says: 'the Authenticated role or the API token has not been given this action; 401 is a wrong token',
      source: 'https://docs.strapi.io/cms/features/users-permissions',
    },
    {
      id: 'usual-admin',
      when: [
        { status: [401, 403] },
        { path: /^\/(?:admin|content-manager|upload|users-permissions|content-type-builder)(?:[/?]|$)/ },
        { header: 'x-powered-by', is: 'Strapi' },
      ],
      causes: {},
      usual: {
        'role-missing': 32,
        'credentials-expired': 20,
        'credentials-missing': 18,
        'credentials-invalid': 12,
        'ip-refused': 5,
        'feature-unavailable': 5,
      },
      says: 'the session of the administrator is past its time, or its role may not do this',
      source: 'https://docs.strapi.io/cms/features/users-permissions',
    },
  ],
};

export default vendor;
