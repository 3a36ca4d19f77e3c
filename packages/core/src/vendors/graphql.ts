import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'graphql',
  name: 'GraphQL endpoints',
  role: 'framework',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/(?:[^?]{0,60}\/)?(?:graphql|gql|graphiql)(?:[/?]|$)/ },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 74, 'credentials-invalid': 4, 'feature-unavailable': 3 },
      says: 'no token came',
      source: 'https://graphql.org/learn/authorization/',
    },
    {
      id: 'usual-auth',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/(?:[^?]{0,60}\/)?(?:graphql|gql|graphiql)(?:[/?]|$)/ },
        { any: [{ sent: 'authorization' }, { sent: 'cookie' }] },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-expired': 26,
        'credentials-malformed': 12,
        'origin-rejected': 4,
      },
      says: 'the token is not accepted',
      source: 'https://graphql.org/learn/authorization/',
    },
    {
      id: 'usual-forbidden-anonymous',
      alone: true,
      when: [
        { status: 403 },
        { method: 'POST' },
        { path: /^\/(?:[^?]{0,60}\/)?(?:graphql|gql|graphiql)(?:[/?]|$)/ },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 26,
        'csrf-missing': 22,
        'client-refused': 16,
        'content-rejected': 12,
        'origin-rejected': 8,
        'ip-refused': 6,
      },
      says: 'no token or form token came, or bot protection refuses',
      source: 'https://graphql.org/learn/authorization/',
    },
    {
      id: 'usual-forbidden',
      alone: true,
      when: [
        { status: 403 },
        { method: 'POST' },
        { path: /^\/(?:[^?]{0,60}\/)?(?:graphql|gql|graphiql)(?:[/?]|$)/ },
        { any: [{ sent: 'authorization' }, { sent: 'cookie' }] },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'role-missing': 28,
        'csrf-missing': 16,
        'content-rejected': 14,
        'credentials-invalid': 12,
        'credentials-expired': 8,
        'origin-rejected': 6,
      },
      says: 'the role is missing, or a firewall reads the query',
      source: 'https://graphql.org/learn/authorization/',
    },
    {
      id: 'usual-explorer',
      alone: true,
      when: [
        { status: [403, 400, 405] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,60}\/)?(?:graphql|gql|graphiql|playground|altair|voyager)(?:[/?]|$)/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'feature-unavailable': 36,
        'csrf-missing': 16,
        'method-refused': 14,
        'ip-refused': 12,
        'role-missing': 8,
      },
      says: 'the explorer is off in production, or GET needs a header against CSRF',
      source: 'https://graphql.org/learn/authorization/',
    },
  ],
};

export default vendor;
