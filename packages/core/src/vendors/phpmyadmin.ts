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
  ],
};

export default vendor;
