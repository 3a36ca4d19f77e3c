import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'apollo-server',
  name: 'Apollo Server / GraphQL',
  role: 'framework',
  present: [
    { text: /apollo|this operation has been blocked as a potential cross-site request forgery/ },
    { body: '"extensions":{"code"' },
  ],
  refusals: [
    {
      id: 'csrf-prevention',
      alone: true,
      when: [{ text: 'This operation has been blocked as a potential Cross-Site Request Forgery (CSRF)' }],
      causes: { 'csrf-missing': 'proves' },
      says: 'the request could have been sent by a plain form: no content type or header that makes a browser ask first',
      fix: {
        who: 'caller',
        text: 'send Content-Type: application/json, or a header x-apollo-operation-name or apollo-require-preflight',
      },
      source: 'https://github.com/apollographql/apollo-server/blob/main/packages/server/src/preventCsrf.ts',
    },
    {
      id: 'unauthenticated',
      alone: true,
      when: [
        { code: 'UNAUTHENTICATED' },
        { body: '"errors"' },
        { body: '"extensions"' },
        { not: { body: '"status":"unauthenticated"' } },
      ],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'hints', 'credentials-expired': 'hints' },
      says: 'a resolver says that the caller is not authenticated; the status is 200 all the same',
      source: 'https://www.apollographql.com/docs/apollo-server/data/errors',
    },
    {
      id: 'forbidden',
      alone: true,
      when: [{ code: 'FORBIDDEN' }, { body: '"errors"' }, { body: '"extensions"' }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints', 'scope-insufficient': 'hints' },
      says: 'a resolver says that the caller may not see this field',
      source: 'https://www.apollographql.com/docs/apollo-server/data/errors',
    },
    {
      id: 'shield',
      alone: true,
      when: [{ text: /\bnot authori[sz]ed!/ }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints', 'not-owner': 'hints' },
      says: 'graphql-shield: a rule refused, or a resolver behind it failed',
      source: 'https://github.com/dimatill/graphql-shield',
    },
    {
      id: 'introspection',
      alone: true,
      when: [{ text: 'GraphQL introspection is not allowed by Apollo Server' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'introspection is off in production',
      source:
        'https://github.com/apollographql/apollo-server/blob/main/packages/server/src/validationRules/NoIntrospection.ts',
    },
    {
      id: 'persisted-only',
      alone: true,
      when: [
        {
          any: [
            { code: 'PERSISTED_QUERY_NOT_IN_LIST' },
            { code: 'PERSISTED_QUERY_ID_REQUIRED' },
            { text: /only (?:accepts )?(?:trusted documents|persisted queries|persisted operations)/ },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'only registered operations are accepted',
      source: 'https://www.apollographql.com/docs/graphos/routing/security/persisted-queries',
    },
  ],
};

export default vendor;
