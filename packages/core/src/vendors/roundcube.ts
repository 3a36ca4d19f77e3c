import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'roundcube',
  name: 'Roundcube',
  role: 'app',
  present: [{ cookie: 'roundcube_sess' }, { cookie: 'roundcube_sessid' }, { text: /roundcube|request check failed/ }],
  refusals: [
    {
      id: 'request-check',
      alone: true,
      when: [{ any: [{ text: 'Request Check Failed' }, { text: 'REQUEST CHECK FAILED' }] }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the _token is absent or stale',
      source: 'https://github.com/roundcube/roundcubemail/blob/master/program/actions/utils/error.php',
    },
    {
      id: 'usual-login',
      when: [{ status: [401, 403] }, { method: 'POST' }, { cookie: 'roundcube_sess' }],
      causes: {},
      usual: {
        'csrf-invalid': 36,
        'credentials-expired': 24,
        'credentials-invalid': 16,
        'rate-limited': 8,
        'ip-refused': 6,
        'content-rejected': 4,
      },
      says: 'the session with the form token is dead: cookies, time or the disk of sessions',
      source: 'https://github.com/roundcube/roundcubemail/wiki/Configuration',
    },
    {
      id: 'usual-login-path',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: 'POST' },
        {
          path: /^\/(?:[a-z0-9_-]{1,30}\/)?(?:index\.php)?\?(?:[^#]{0,100}&)?_task=(?:login|mail|settings|addressbook)/,
        },
        { not: { cookie: 'roundcube_sess' } },
      ],
      causes: {},
      usual: {
        'csrf-invalid': 30,
        'credentials-expired': 20,
        'content-rejected': 16,
        'credentials-invalid': 14,
        'rate-limited': 8,
        'ip-refused': 4,
      },
      says: 'the form token or the session is stale, or a firewall reads the form',
      source: 'https://github.com/roundcube/roundcubemail/wiki/Configuration',
    },
    {
      id: 'usual-folder',
      alone: true,
      when: [{ status: 403 }, { method: ['GET', 'HEAD'] }, { path: /^\/roundcube(?:mail)?\/?(?:\?|$)/ }],
      causes: {},
      usual: {
        'server-rule': 26,
        'file-permissions': 24,
        'directory-listing': 15,
        'ip-refused': 15,
        'content-rejected': 5,
      },
      says: 'the alias of the package, its Require line or the rights of its folder keep the page back',
      source: 'https://github.com/roundcube/roundcubemail/wiki/Configuration',
    },
    {
      id: 'usual-internals',
      alone: true,
      when: [{ status: 403 }, { path: /^\/roundcube(?:mail)?\/(?:config|temp|logs|bin|SQL|installer|vendor)\// }],
      causes: {},
      usual: { 'server-rule': 66, 'file-permissions': 5, 'directory-listing': 5, 'ip-refused': 4 },
      says: 'folders with configuration and logs are closed by a rule',
      source: 'https://github.com/roundcube/roundcubemail/wiki/Configuration',
    },
  ],
};

export default vendor;
