import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'neo4j',
  name: 'Neo4j',
  role: 'database',
  present: [{ body: 'neo.clienterror' }],
  refusals: [
    {
      id: 'forbidden',
      alone: true,
      when: [{ text: 'Neo.ClientError.Security.Forbidden' }],
      causes: { 'role-missing': 'proves' },
      says: "the user's roles lack the privilege",
      source: 'https://neo4j.com/docs/status-codes/current/errors/all-errors/',
    },
    {
      id: 'unauthorized',
      alone: true,
      when: [{ text: 'Neo.ClientError.Security.Unauthorized' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name or password is wrong',
      source: 'https://neo4j.com/docs/status-codes/current/errors/all-errors/',
    },
    {
      id: 'credentials-expired',
      alone: true,
      when: [
        {
          any: [
            { text: 'Neo.ClientError.Security.CredentialsExpired' },
            { text: 'must be changed before you can use this instance' },
          ],
        },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the password has to be changed first',
      source: 'https://neo4j.com/docs/status-codes/current/errors/all-errors/',
    },
    {
      id: 'rate',
      alone: true,
      when: [{ text: 'Neo.ClientError.Security.AuthenticationRateLimit' }],
      causes: { 'rate-limited': 'proves' },
      says: 'too many failed logins',
      source: 'https://neo4j.com/docs/status-codes/current/errors/all-errors/',
    },
    {
      id: 'usual-tx',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:db\/[a-z0-9._-]{1,60}\/(?:tx|query|data|cluster)|dbms\/)/ }],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-missing': 32,
        'credentials-expired': 6,
        'role-missing': 6,
        'rate-limited': 4,
      },
      says: 'the password is wrong, or the first one was never changed',
      source: 'https://neo4j.com/docs/http-api/current/',
    },
  ],
};

export default vendor;
