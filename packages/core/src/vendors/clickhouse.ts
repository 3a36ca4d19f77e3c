import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'clickhouse',
  name: 'ClickHouse',
  role: 'database',
  present: [
    { header: 'x-clickhouse-exception-code' },
    { header: 'x-clickhouse-summary' },
    { header: 'x-clickhouse-server-display-name' },
    { text: /db::exception: / },
  ],
  refusals: [
    {
      id: 'not-enough-privileges',
      alone: true,
      when: [
        {
          any: [
            { text: /not enough privileges\. to execute this query,? it'?s necessary to have/ },
            { text: /db::exception.{0,300}\(access_denied\)/ },
            { text: /: not enough privileges\./ },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the user lacks a grant; the answer names it',
      fix: { who: 'api-owner', text: 'GRANT what the answer names to the user' },
      source: 'https://clickhouse.com/docs/operations/access-rights',
    },
    {
      id: 'authentication-failed',
      alone: true,
      when: [
        {
          any: [
            { text: /authentication failed: password is incorrect,? or there is no user with such name/ },
            { text: /db::exception.{0,300}\(authentication_failed\)/ },
            { text: /db::exception.{0,300}\(required_password\)/ },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves', 'ip-refused': 'hints' },
      says: "the user name or password is wrong, or the address is not among the user's networks",
      source: 'https://clickhouse.com/docs/operations/access-rights',
    },
    {
      id: 'read-only',
      alone: true,
      when: [{ any: [{ text: /cannot execute query in readonly mode/ }, { text: '(READONLY)' }] }],
      causes: { 'policy-denied': 'proves', 'method-refused': 'hints' },
      says: 'the user or the GET method is in read-only mode',
      fix: { who: 'caller', text: 'send writes by POST, or use a user whose profile is not read-only' },
      source: 'https://clickhouse.com/docs/operations/access-rights',
    },
    {
      id: 'ip-not-allowed',
      alone: true,
      when: [{ text: /db::exception.{0,300}\(ip_address_not_allowed\)/ }],
      causes: { 'ip-refused': 'proves' },
      says: "the address is not among the user's networks",
      source: 'https://clickhouse.com/docs/operations/access-rights',
    },
    {
      id: 'usual-query',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: [8123, 8443] },
        { path: /^\/\?(?:[^#]{0,100}&)?(?:query|user|database|default_format)=/ },
      ],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 24, 'ip-refused': 12, 'role-missing': 5 },
      says: 'the password is wrong, or the user default is limited to the machine itself',
      source: 'https://clickhouse.com/docs/operations/settings/settings-users',
    },
  ],
};

export default vendor;
