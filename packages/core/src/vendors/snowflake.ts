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
  ],
};

export default vendor;
