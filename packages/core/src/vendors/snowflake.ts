import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'snowflake',
  name: 'Snowflake',
  role: 'database',
  present: [{ host: 'snowflakecomputing.com' }],
  refusals: [
    {
      id: 'network-policy',
      alone: true,
      when: [
        {
          any: [
            { text: /incoming request with ip\/token .{1,80} is not allowed to access snowflake/ },
            { text: /ip .{1,60} is not allowed to access snowflake/ },
          ],
        },
      ],
      causes: { 'ip-refused': 'proves' },
      says: "the account's or user's network policy does not hold this address",
      source: 'https://docs.snowflake.com/en/user-guide/network-policies',
    },
    {
      id: 'jwt',
      when: [{ any: [{ code: '390144' }, { text: 'JWT token is invalid' }] }],
      causes: { 'credentials-invalid': 'proves', 'credentials-expired': 'hints' },
      says: 'the key-pair token is not valid: other key, account or user, or the clock',
      source: 'https://docs.snowflake.com/en/user-guide/key-pair-auth-troubleshooting',
    },
    {
      id: 'bare-account',
      when: [{ status: 403 }, { host: 'snowflakecomputing.com' }, { path: '/session/v1/login-request' }],
      causes: { 'object-hidden': 'suggests', 'host-rejected': 'suggests' },
      says: "a 403 before the login: the account's name or region in the host is wrong",
      source: 'https://docs.snowflake.com/en/user-guide/admin-account-identifier',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'credentials-expired': 26,
        'credentials-malformed': 22,
        'credentials-missing': 6,
      },
      says: "mostly the JWT: account name in capitals without region, or the key's fingerprint",
      source: 'https://docs.snowflake.com/en/developer-guide/sql-api/reference',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { path: '/api/' }],
      causes: {},
      usual: { 'ip-refused': 34, 'credentials-invalid': 28, 'policy-denied': 14, 'role-missing': 12 },
      says: 'mostly a network policy, or a wrong account name',
      source: 'https://docs.snowflake.com/en/developer-guide/sql-api/reference',
    },
  ],
};

export default vendor;
