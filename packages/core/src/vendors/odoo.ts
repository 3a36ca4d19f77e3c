import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'odoo',
  name: 'Odoo',
  role: 'app',
  present: [
    { cookie: 'frontend_lang' },
    { path: '/web/dataset/' },
    { path: '/web/session/' },
    { path: '/jsonrpc' },
    { text: /odoo\.(?:exceptions|http)|session expired \(invalid csrf token\)/ },
  ],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [{ text: 'Session expired (invalid CSRF token)' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the csrf_token is absent or not that of the session',
      source: 'https://github.com/odoo/odoo/blob/17.0/odoo/http.py',
    },
    {
      id: 'access-error',
      alone: true,
      when: [
        {
          any: [
            { text: 'odoo.exceptions.AccessError' },
            { text: /you are not allowed to (?:access|modify|create|delete) '[^']{1,80}' \([a-z._]{1,80}\) records/ },
            { text: /due to security restrictions, you are not allowed to/ },
          ],
        },
      ],
      causes: { 'role-missing': 'proves', 'not-owner': 'hints' },
      says: "the user's groups, or a record rule, do not allow this",
      source: 'https://www.odoo.com/documentation/17.0/developer/reference/backend/security.html',
    },
    {
      id: 'access-denied',
      alone: true,
      when: [{ any: [{ text: 'odoo.exceptions.AccessDenied' }, { text: 'Wrong login/password' }] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the database, user name, password or API key is wrong',
      source: 'https://github.com/odoo/odoo/blob/17.0/odoo/http.py',
    },
    {
      id: 'session-expired',
      alone: true,
      when: [{ text: /odoo session expired|odoo\.http\.sessionexpiredexception/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the session is past its time',
      source: 'https://github.com/odoo/odoo/blob/17.0/odoo/http.py',
    },
    {
      id: 'usual-rpc',
      alone: true,
      when: [
        { status: [403, 401, 400] },
        { path: /^\/(?:web\/(?:dataset|session|binary|image\/|content\/)|xmlrpc\/2|longpolling\/|odoo\/)/ },
      ],
      causes: {},
      usual: {
        'credentials-expired': 32,
        'csrf-missing': 18,
        'credentials-invalid': 16,
        'role-missing': 14,
        'origin-rejected': 6,
        'not-owner': 6,
      },
      says: 'the session is past its time, or a form lacks its csrf_token',
      source: 'https://www.odoo.com/documentation/17.0/developer/reference/backend/http.html',
    },
  ],
};

export default vendor;
