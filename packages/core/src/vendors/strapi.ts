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
  ],
};

export default vendor;
