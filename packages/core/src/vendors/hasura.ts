import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hasura',
  name: 'Hasura',
  role: 'api',
  present: [{ header: 'x-hasura-role' }, { text: /x-hasura-|invalid-jwt/ }, { body: '"code":"access-denied"' }],
  refusals: [
    {
      id: 'field-not-found',
      alone: true,
      when: [
        {
          any: [
            { text: /field ['"][^'"]{1,80}['"] not found in type: ['"](?:query_root|mutation_root|subscription_root)/ },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests' },
      says: 'the table or field is hidden from this role, or not tracked',
      fix: { who: 'api-owner', text: 'give the role a permission on the table, or send the right x-hasura-role' },
      source: 'https://hasura.io/docs/2.0/api-reference/graphql-api/error-codes/',
    },
    {
      id: 'admin-secret',
      alone: true,
      when: [
        {
          any: [
            { text: 'invalid "x-hasura-admin-secret"/"x-hasura-access-key"' },
            { text: 'invalid x-hasura-admin-secret/x-hasura-access-key' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the admin secret is wrong',
      source: 'https://hasura.io/docs/2.0/api-reference/graphql-api/error-codes/',
    },
    {
      id: 'admin-secret-missing',
      alone: true,
      when: [{ text: /x-hasura-admin-secret\/x-hasura-access-key required, but not found/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no admin secret and no token came',
      source: 'https://hasura.io/docs/2.0/api-reference/graphql-api/error-codes/',
    },
    {
      id: 'jwt-expired',
      alone: true,
      when: [{ text: 'Could not verify JWT: JWTExpired' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the JWT is past its time',
      source: 'https://hasura.io/docs/2.0/api-reference/graphql-api/error-codes/',
    },
    {
      id: 'jwt-invalid',
      alone: true,
      when: [{ text: /could not verify jwt: (?!jwtexpired)/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: "the JWT's signature, issuer or audience is not the configured one",
      source: 'https://hasura.io/docs/2.0/api-reference/graphql-api/error-codes/',
    },
    {
      id: 'role-not-allowed',
      alone: true,
      when: [
        {
          any: [
            { text: 'Your requested role is not in allowed roles' },
            { text: /your current role is not in allowed roles/ },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: "the JWT's allowed roles do not hold the role that was asked for",
      source: 'https://hasura.io/docs/2.0/api-reference/graphql-api/error-codes/',
    },
    {
      id: 'claims-missing',
      alone: true,
      when: [
        {
          text: /jwt claim: .{0,20}x-hasura-[a-z-]{1,40}.{0,20}(?:not found|is missing)|claims key: .{1,60} not found|missing jwt claim/,
        },
      ],
      causes: { 'role-missing': 'suggests', 'credentials-malformed': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the JWT lacks the Hasura claims',
      source: 'https://hasura.io/docs/2.0/api-reference/graphql-api/error-codes/',
    },
  ],
};

export default vendor;
