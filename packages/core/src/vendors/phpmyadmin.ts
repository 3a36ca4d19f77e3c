import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'phpmyadmin',
  name: 'phpMyAdmin',
  role: 'app',
  present: [{ cookie: 'phpMyAdmin' }, { cookie: 'pma_lang' }, { text: /phpmyadmin/ }, { path: '/phpmyadmin' }],
  refusals: [
    {
      id: 'local-only',
      when: [
        { status: 403 },
        { path: /^\/(?:phpmyadmin|phpMyAdmin|pma)(?:\/|$)/ },
        {
          any: [
            { text: /you don't have permission to access/ },
            { text: 'New XAMPP security concept' },
            { text: /\bforbidden\b/ },
          ],
        },
      ],
      causes: { 'ip-refused': 'proves', 'server-rule': 'hints', 'file-permissions': 'hints' },
      says: "phpMyAdmin's packages allow the machine itself only (Require local)",
      fix: {
        who: 'server-admin',
        text: 'add your address to the Require lines of phpmyadmin.conf or httpd-xampp.conf',
      },
      source: 'https://www.apachefriends.org/faq_windows.html',
    },
    {
      id: 'xampp',
      alone: true,
      when: [{ text: 'New XAMPP security concept' }],
      causes: { 'ip-refused': 'proves' },
      says: 'XAMPP allows this folder for the local network or the machine itself only',
      source: 'https://www.apachefriends.org/faq_windows.html',
    },
    {
      id: 'token-mismatch',
      alone: true,
      when: [
        {
          any: [
            { text: 'Token mismatch' },
            { text: 'Failed to set session cookie. Maybe you are using HTTP instead of HTTPS' },
          ],
        },
        {
          any: [
            { text: 'phpmyadmin' },
            { path: '/phpmyadmin' },
            { cookie: 'phpMyAdmin' },
            { text: 'Failed to set session cookie' },
          ],
        },
      ],
      causes: { 'csrf-invalid': 'proves' },
      says: "the form's token is stale or the session cookie was not kept",
      source: 'https://docs.phpmyadmin.net/en/latest/faq.html',
    },
    {
      id: 'usual-page',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:phpmyadmin|phpMyAdmin|pma)(?:\/(?:index\.php)?)?(?:\?|$)/ },
      ],
      causes: {},
      usual: {
        'ip-refused': 56,
        'server-rule': 15,
        'file-permissions': 12,
        'directory-listing': 5,
        'content-rejected': 3,
      },
      says: 'the package of the distribution allows the machine itself only (Require ip, Require local)',
      source: 'https://docs.phpmyadmin.net/en/latest/setup.html#securing-your-phpmyadmin-installation',
    },
    {
      id: 'usual-import',
      alone: true,
      when: [{ status: 403 }, { method: 'POST' }, { path: /^\/(?:phpmyadmin|phpMyAdmin|pma)\// }],
      causes: {},
      usual: { 'content-rejected': 56, 'csrf-invalid': 10, 'ip-refused': 8, 'role-missing': 7, 'rate-limited': 3 },
      says: 'a firewall reads the SQL of the form and refuses it',
      source: 'https://docs.phpmyadmin.net/en/latest/setup.html#securing-your-phpmyadmin-installation',
    },
    {
      id: 'usual-setup',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/(?:phpmyadmin|phpMyAdmin|pma)\/(?:setup|libraries|templates|scripts|vendor|sql)\b/ },
      ],
      causes: {},
      usual: { 'server-rule': 56, 'ip-refused': 16, 'file-permissions': 6, 'content-rejected': 5 },
      says: 'setup and libraries are closed by the package',
      source: 'https://docs.phpmyadmin.net/en/latest/setup.html#securing-your-phpmyadmin-installation',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [{ status: 401 }, { path: /^\/(?:phpmyadmin|phpMyAdmin|pma)(?:\/|$)/ }],
      causes: {},
      usual: { 'credentials-invalid': 38, 'credentials-missing': 38, 'role-missing': 8, 'ip-refused': 4 },
      says: 'a password of the web server stands before it, or auth_type http asks for the user of the database',
      source: 'https://docs.phpmyadmin.net/en/latest/setup.html#securing-your-phpmyadmin-installation',
    },
  ],
};

export default vendor;
