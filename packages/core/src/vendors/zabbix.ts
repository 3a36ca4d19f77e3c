import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zabbix',
  name: 'Zabbix',
  role: 'app',
  present: [{ path: '/zabbix' }, { path: '/api_jsonrpc.php' }, { cookie: 'zbx_session' }, { text: /zabbix/ }],
  refusals: [
    {
      id: 'no-permissions',
      alone: true,
      when: [
        {
          any: [
            { text: 'No permissions to referred object or it does not exist!' },
            { text: /no permissions to call "/ },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'object-hidden': 'hints' },
      says: "the user's role or host group permissions do not allow this, or the object does not exist",
      source: 'https://www.zabbix.com/documentation/current/en/manual/api',
    },
    {
      id: 'not-authorised',
      alone: true,
      when: [
        { any: [{ text: 'Not authorized.' }, { text: 'Not authorised.' }] },
        { any: [{ path: '/api_jsonrpc.php' }, { body: '"jsonrpc"' }] },
      ],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'no token came, or it came in the old place',
      fix: { who: 'caller', text: 'send Authorization: Bearer <token>; the auth field is gone since 7.2' },
      source: 'https://www.zabbix.com/documentation/current/en/manual/api',
    },
    {
      id: 'session-terminated',
      alone: true,
      when: [{ text: 'Session terminated, re-login, please.' }],
      causes: { 'credentials-expired': 'proves', 'credentials-invalid': 'hints' },
      says: 'the session or token is past its time or unknown',
      source: 'https://www.zabbix.com/documentation/current/en/manual/api',
    },
    {
      id: 'frontend',
      alone: true,
      when: [{ text: 'Operation cannot be performed due to unauthorized request' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests', 'role-missing': 'hints' },
      says: "the frontend's CSRF token is absent or stale",
      source: 'https://www.zabbix.com/documentation/current/en/manual/api',
    },
    {
      id: 'usual-page',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/zabbix\/?(?:index\.php|zabbix\.php|setup\.php)?(?:\?|$)/ },
      ],
      causes: {},
      usual: {
        'file-permissions': 28,
        'server-rule': 22,
        'ip-refused': 18,
        'role-missing': 14,
        'directory-listing': 8,
        'content-rejected': 3,
      },
      says: 'the rights of its folder or configuration, or SELinux, keep the page back',
      source: 'https://www.zabbix.com/documentation/current/en/manual/installation/frontend',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [{ status: [401, 403] }, { method: 'POST' }, { path: /^\/(?:zabbix\/)?api_jsonrpc\.php/ }],
      causes: {},
      usual: {
        'ip-refused': 22,
        'credentials-invalid': 20,
        'credentials-malformed': 18,
        'content-rejected': 12,
        'credentials-missing': 10,
        'file-permissions': 6,
      },
      says: 'the token is missing or dropped by the server, or a rule stands before it',
      source: 'https://www.zabbix.com/documentation/current/en/manual/api',
    },
    {
      id: 'usual-internals',
      alone: true,
      when: [{ status: 403 }, { path: /^\/zabbix\/(?:conf|app|include|local|vendor|audio)\// }],
      causes: {},
      usual: { 'server-rule': 66, 'file-permissions': 6, 'directory-listing': 6, 'ip-refused': 3 },
      says: 'folders with configuration are closed by the package',
      source: 'https://www.zabbix.com/documentation/current/en/manual/api',
    },
  ],
};

export default vendor;
