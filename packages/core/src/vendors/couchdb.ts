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
  ],
};

export default vendor;
