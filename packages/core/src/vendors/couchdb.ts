import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'couchdb',
  name: 'CouchDB',
  role: 'database',
  present: [
    { header: 'server', is: 'CouchDB' },
    { header: 'x-couchdb-body-time' },
    { text: /you are not allowed to access this db|you are not a server admin\./ },
  ],
  refusals: [
    {
      id: 'not-allowed',
      alone: true,
      when: [{ text: 'You are not allowed to access this db.' }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'the user is neither member nor admin of this database',
      fix: { who: 'api-owner', text: "add the user or its role to the members of the database's _security" },
      source: 'https://docs.couchdb.org/en/stable/api/database/security.html',
    },
    {
      id: 'not-admin',
      alone: true,
      when: [
        {
          any: [
            { text: 'You are not a server admin.' },
            { text: 'You are not a db or server admin.' },
            { text: 'Only reader/admin users' },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'only an administrator may do this',
      source: 'https://docs.couchdb.org/en/stable/api/basics.html#http-status-codes',
    },
    {
      id: 'name-or-password',
      alone: true,
      when: [
        { text: /(?:^| |: )name or password is incorrect\./ },
        { not: { text: 'username or password is incorrect' } },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name or password is wrong',
      source: 'https://docs.couchdb.org/en/stable/api/basics.html#http-status-codes',
    },
    {
      id: 'locked',
      alone: true,
      when: [{ text: 'Account is temporarily locked due to multiple authentication failures' }],
      causes: { 'rate-limited': 'proves' },
      says: 'too many failed logins',
      source: 'https://docs.couchdb.org/en/stable/api/basics.html#http-status-codes',
    },
    {
      id: 'validate-doc',
      when: [
        { code: 'forbidden' },
        { header: 'server', is: 'CouchDB' },
        { method: ['PUT', 'POST', 'DELETE'] },
        { not: { text: 'You are not allowed to access this db' } },
        { not: { text: 'Account is temporarily locked' } },
      ],
      causes: { 'policy-denied': 'suggests', 'role-missing': 'hints' },
      says: 'a validate_doc_update function of the database refused the document',
      source: 'https://docs.couchdb.org/en/stable/ddocs/ddocs.html#vdufun',
    },
    {
      id: 'usual-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { port: [5984, 6984] },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
      ],
      causes: {},
      usual: { 'credentials-missing': 76, 'object-hidden': 3 },
      says: 'since version 3 every request needs a user',
      source: 'https://docs.couchdb.org/en/stable/api/server/authn.html',
    },
    {
      id: 'usual-auth',
      alone: true,
      when: [{ status: [401, 403] }, { port: [5984, 6984] }, { any: [{ sent: 'authorization' }, { sent: 'cookie' }] }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'role-missing': 36, 'credentials-expired': 7 },
      says: 'the password is wrong, or the user is no admin or member of the database',
      source: 'https://docs.couchdb.org/en/stable/intro/security.html',
    },
    {
      id: 'usual-replication',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:[a-z0-9_$()+%-]{1,80}\/)?(?:_replicate|_replicator|_changes|_bulk_docs|_bulk_get|_revs_diff|_local\/|_all_docs|_find|_design\/|_session|_users\/|_all_dbs|_up|_node\/)/,
        },
        { not: { port: [5984, 6984] } },
      ],
      causes: {},
      usual: { 'role-missing': 32, 'credentials-missing': 32, 'credentials-invalid': 24 },
      says: 'the user is no member of the database, or its login is missing',
      source: 'https://docs.couchdb.org/en/stable/api/server/authn.html',
    },
  ],
};

export default vendor;
