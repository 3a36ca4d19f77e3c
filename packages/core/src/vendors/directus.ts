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
  ],
};

export default vendor;
