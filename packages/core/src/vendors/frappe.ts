import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'frappe',
  name: 'Frappe / ERPNext',
  role: 'app',
  present: [
    { body: 'frappe.exceptions' },
    { body: '"exc_type"' },
    { path: '/api/method/' },
    { path: '/api/resource/' },
  ],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [
        {
          any: [
            { body: '"exc_type":"csrftokenerror"' },
            { body: '"exc_type": "csrftokenerror"' },
            { body: 'frappe.exceptions.csrftokenerror' },
          ],
        },
      ],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'suggests' },
      says: 'a session login without the X-Frappe-CSRF-Token of its session; token logins need none',
      source: 'https://github.com/frappe/frappe/blob/develop/frappe/exceptions.py',
    },
    {
      id: 'permission',
      alone: true,
      when: [
        {
          any: [
            { body: '"exc_type":"permissionerror"' },
            { body: '"exc_type": "permissionerror"' },
            { body: 'frappe.exceptions.permissionerror' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints', 'credentials-missing': 'hints' },
      says: "the user's roles lack the permission on this document, or the method is not whitelisted",
      source: 'https://github.com/frappe/frappe/blob/develop/frappe/exceptions.py',
    },
    {
      id: 'authentication',
      alone: true,
      when: [
        { any: [{ body: '"exc_type":"authenticationerror"' }, { body: 'frappe.exceptions.authenticationerror' }] },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key and secret, or the login, are wrong',
      source: 'https://github.com/frappe/frappe/blob/develop/frappe/exceptions.py',
    },
  ],
};

export default vendor;
