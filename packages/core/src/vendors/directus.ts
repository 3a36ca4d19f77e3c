import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'directus',
  name: 'Directus',
  role: 'cms',
  present: [
    { header: 'x-powered-by', is: 'Directus' },
    { text: /you don't have permission to (?:access|perform) .{0,80}(?:field|collection|it does not exist)/ },
  ],
  refusals: [
    {
      id: 'forbidden',
      when: [
        { code: 'FORBIDDEN' },
        {
          any: [
            { header: 'x-powered-by', is: 'Directus' },
            { text: /you don't have permission to (?:access|perform)/ },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'object-hidden': 'hints', 'credentials-missing': 'hints' },
      says: 'the role lacks the permission, or the item or field does not exist: Directus does not tell which',
      source: 'https://github.com/directus/directus/blob/main/packages/errors/src/errors/forbidden.ts',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ code: 'TOKEN_EXPIRED' }, { text: /token (?:has )?expired/ }, { body: '"extensions"' }],
      causes: { 'credentials-expired': 'suggests' },
      says: 'the access token is past its time',
      source: 'https://github.com/directus/directus/blob/main/packages/errors/src/errors/token-expired.ts',
    },
    {
      id: 'invalid-credentials',
      when: [
        { any: [{ code: 'INVALID_CREDENTIALS' }, { code: 'INVALID_TOKEN' }] },
        { header: 'x-powered-by', is: 'Directus' },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name, password or token is wrong',
      source: 'https://github.com/directus/directus/blob/main/packages/errors/src/errors/invalid-credentials.ts',
    },
    {
      id: 'usual-item',
      alone: true,
      when: [{ status: 403 }, { path: /^\/items\/[a-z0-9_]{1,64}\/[^/?]{1,64}/i }],
      causes: {},
      usual: {
        'object-hidden': 34,
        'role-missing': 32,
        'credentials-missing': 14,
        'credentials-invalid': 6,
        'not-owner': 5,
      },
      says: 'FORBIDDEN is said alike of an item that is not there and of one that the policy does not show',
      source: 'https://directus.io/docs/guides/auth/access-control',
    },
    {
      id: 'usual-items-anonymous',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/items\/[a-z0-9_]{1,64}(?:\?|$)/i },
        { not: { sent: 'authorization' } },
        { header: 'x-powered-by', is: 'Directus' },
        { not: { text: /you don't have permission/ } },
      ],
      causes: {},
      usual: { 'role-missing': 46, 'credentials-missing': 22, 'object-hidden': 20, 'credentials-malformed': 3 },
      says: 'the Public role lacks the read permission, or the collection is not there under this name',
      source: 'https://directus.io/docs/guides/auth/access-control',
    },
    {
      id: 'usual-items-auth',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/items\/[a-z0-9_]{1,64}(?:\?|$)/i },
        { sent: 'authorization' },
        { header: 'x-powered-by', is: 'Directus' },
      ],
      causes: {},
      usual: {
        'role-missing': 48,
        'object-hidden': 24,
        'credentials-invalid': 6,
        'credentials-expired': 5,
        'not-owner': 4,
      },
      says: 'the policy of the role lacks the action or a field, or the collection is not there',
      source: 'https://directus.io/docs/guides/auth/access-control',
    },
    {
      id: 'usual-assets',
      alone: true,
      when: [{ status: 403 }, { method: ['GET', 'HEAD'] }, { path: /^\/assets\/[0-9a-f]{8}-[0-9a-f]{4}-/i }],
      causes: {},
      usual: { 'role-missing': 44, 'object-hidden': 26, 'credentials-missing': 20, 'credentials-expired': 3 },
      says: 'the Public role may not read directus_files, or the file is not there',
      source: 'https://directus.io/docs/guides/files/access',
    },
    {
      id: 'usual-activity',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:users\/me|collections|fields|relations|permissions|server\/(?:specs|info)|utils\/)(?:[/?]|$)/ },
        { header: 'x-powered-by', is: 'Directus' },
      ],
      causes: {},
      usual: { 'role-missing': 36, 'credentials-missing': 25, 'credentials-expired': 15, 'credentials-invalid': 10 },
      says: 'the tables of the system are for administrators',
      source: 'https://directus.io/docs/guides/auth/access-control',
    },
  ],
};

export default vendor;
