import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nextcloud',
  name: 'Nextcloud / ownCloud',
  role: 'app',
  present: [
    { cookie: 'oc_sessionPassphrase' },
    { cookie: 'nc_sameSiteCookie' },
    { cookie: '__Host-nc_sameSiteCookie' },
    { header: 'x-nextcloud-' },
    { header: 'oc-etag' },
    { path: '/ocs/v' },
    { path: '/remote.php/' },
    { path: '/index.php/apps/' },
    { text: /nextcloud|owncloud|sabredav|sabre\\dav/ },
  ],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [{ text: 'CSRF check failed' }, { not: { text: 'play' } }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'suggests' },
      says: 'no request token or OCS-APIREQUEST header came with this session',
      fix: { who: 'caller', text: 'send OCS-APIRequest: true (API) or requesttoken (page)' },
      source:
        'https://github.com/nextcloud/server/blob/master/lib/private/AppFramework/Middleware/Security/SecurityMiddleware.php',
    },
    {
      id: 'untrusted-domain',
      alone: true,
      when: [
        {
          any: [
            { text: 'Access through untrusted domain' },
            { text: 'You are accessing the server from an untrusted domain.' },
            { text: 'Trusted domain error' },
          ],
        },
      ],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host is not among trusted_domains',
      fix: { who: 'server-admin', text: 'add the name to trusted_domains in config.php' },
      source:
        'https://docs.nextcloud.com/server/latest/admin_manual/installation/installation_wizard.html#trusted-domains',
    },
    {
      id: 'strict-cookie',
      alone: true,
      when: [{ text: 'Strict Cookie has not been found in request' }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'hints' },
      says: 'the same-site cookies did not come: a cross-site request, or a proxy or client that drops them',
      source:
        'https://github.com/nextcloud/server/blob/master/lib/private/AppFramework/Middleware/Security/SecurityMiddleware.php',
    },
    {
      id: 'public-share-password',
      alone: true,
      when: [{ any: [{ text: 'Cannot authenticate over ajax calls' }] }],
      causes: { 'credentials-missing': 'suggests' },
      says: 'a public share wants its password',
      source: 'https://docs.nextcloud.com/server/latest/user_manual/en/files/access_webdav.html',
    },
    {
      id: 'password-confirmation',
      alone: true,
      when: [{ text: 'Password confirmation is required' }],
      causes: { 'step-up-required': 'proves' },
      says: 'the password has to be confirmed again',
      source:
        'https://github.com/nextcloud/server/blob/master/lib/private/AppFramework/Middleware/Security/Exceptions/NotConfirmedException.php',
    },
    {
      id: 'app-password',
      alone: true,
      when: [
        { any: [{ text: /username or password was incorrect/ }, { text: 'Cannot authenticate over ajax' }] },
        { text: /sabre\\dav\\exception\\notauthenticated|no public access/ },
        { not: { text: 'cannot authenticate over ajax' } },
      ],
      causes: { 'credentials-invalid': 'proves', 'step-up-required': 'hints' },
      says: 'the user name or password is wrong; with two-factor login an app password is wanted',
      source: 'https://docs.nextcloud.com/server/latest/user_manual/en/session_management.html',
    },
    {
      id: 'dav-forbidden',
      alone: true,
      when: [{ text: /sabre\\dav\\exception\\forbidden|oca\\dav\\connector\\sabre\\exception\\forbidden/ }],
      causes: {
        'role-missing': 'suggests',
        'not-owner': 'suggests',
        'file-permissions': 'hints',
        'content-rejected': 'hints',
      },
      says: 'WebDAV refused: share permissions, a quota or file-access rule, or a forbidden name',
      source: 'https://github.com/nextcloud/server/blob/master/apps/dav/lib/Connector/Sabre/Exception/Forbidden.php',
    },
    {
      id: 'brute-force',
      alone: true,
      when: [
        {
          any: [
            { text: 'Too many requests from your network' },
            { text: 'Reached maximum delay' },
            { text: /there were too many requests from your network/ },
          ],
        },
      ],
      causes: { 'rate-limited': 'proves' },
      says: 'the brute-force protection holds back this address',
      source:
        'https://docs.nextcloud.com/server/latest/admin_manual/configuration_server/bruteforce_configuration.html',
    },
    {
      id: 'admin-required',
      alone: true,
      when: [
        {
          any: [
            { text: 'Logged in account must be an admin' },
            { text: 'Logged in user must be an admin' },
            { text: 'Logged in account must be a sub admin' },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'only an administrator may do this',
      source:
        'https://github.com/nextcloud/server/blob/master/lib/private/AppFramework/Middleware/Security/SecurityMiddleware.php',
    },
    {
      id: 'usual-dav-anonymous',
      alone: true,
      when: [{ status: 401 }, { path: /^\/(?:[^?]{0,200}\/)?remote\.php\// }, { not: { sent: 'authorization' } }],
      causes: {},
      usual: {
        'credentials-missing': 64,
        'credentials-malformed': 12,
        'step-up-required': 6,
        'credentials-expired': 5,
      },
      says: 'no password came, or the proxy or PHP dropped Authorization',
      source: 'https://docs.nextcloud.com/server/latest/user_manual/en/files/access_webdav.html',
    },
    {
      id: 'usual-dav-auth',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/(?:[^?]{0,200}\/)?remote\.php\// },
        { sent: 'authorization', is: /^basic /i },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 50,
        'step-up-required': 20,
        'rate-limited': 8,
        'credentials-malformed': 6,
        'credentials-expired': 6,
      },
      says: 'the password is wrong, or two-factor login is on and an app password is asked for',
      source: 'https://docs.nextcloud.com/server/latest/user_manual/en/files/access_webdav.html',
    },
    {
      id: 'usual-dav-bearer',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/(?:[^?]{0,200}\/)?remote\.php\// },
        { sent: 'authorization', is: /^bearer /i },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'feature-unavailable': 26,
        'credentials-expired': 22,
        'credentials-malformed': 6,
      },
      says: 'bearer tokens need the app for OpenID Connect, or the token is past its time',
      source: 'https://docs.nextcloud.com/server/latest/user_manual/en/files/access_webdav.html',
    },
    {
      id: 'usual-dav-write',
      alone: true,
      when: [
        { status: 403 },
        { method: ['PUT', 'MKCOL', 'MOVE', 'COPY', 'DELETE', 'PROPPATCH', 'LOCK'] },
        { path: /^\/(?:[^?]{0,200}\/)?remote\.php\// },
      ],
      causes: {},
      usual: {
        'role-missing': 34,
        'not-owner': 14,
        'content-rejected': 14,
        'file-permissions': 12,
        'policy-denied': 12,
        'server-rule': 6,
      },
      says: 'the share is read-only, the quota or a rule of file access refuses, or the data folder cannot be written',
      source: 'https://docs.nextcloud.com/server/latest/user_manual/en/files/access_webdav.html',
    },
    {
      id: 'usual-dav-read',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD', 'PROPFIND', 'REPORT', 'OPTIONS'] },
        { path: /^\/(?:[^?]{0,200}\/)?remote\.php\// },
      ],
      causes: {},
      usual: {
        'not-owner': 24,
        'role-missing': 22,
        'policy-denied': 15,
        'file-permissions': 12,
        'content-rejected': 10,
        'csrf-missing': 6,
      },
      says: 'the path is of another user, a rule of file access refuses, or the storage cannot be read',
      source: 'https://docs.nextcloud.com/server/latest/user_manual/en/files/access_webdav.html',
    },
    {
      id: 'usual-public-dav',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:[^?]{0,200}\/)?public\.php\/(?:web)?dav/ }],
      causes: {},
      usual: {
        'credentials-missing': 34,
        'credentials-invalid': 24,
        'feature-unavailable': 16,
        'role-missing': 12,
        'object-hidden': 6,
      },
      says: 'the token of the share is the user name; its password, and the switch for public uploads, come in',
      source: 'https://docs.nextcloud.com/server/latest/user_manual/en/files/sharing.html',
    },
    {
      id: 'usual-ocs-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:[^?]{0,60}\/)?ocs\/v[12]\.php\// },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
      ],
      causes: {},
      usual: { 'credentials-missing': 58, 'csrf-missing': 20, 'feature-unavailable': 5, 'ip-refused': 3 },
      says: 'no login came; OCS also asks for OCS-APIRequest: true',
      source: 'https://docs.nextcloud.com/server/latest/developer_manual/client_apis/OCS/ocs-api-overview.html',
    },
    {
      id: 'usual-ocs-auth',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:[^?]{0,60}\/)?ocs\/v[12]\.php\// },
        { any: [{ sent: 'authorization' }, { sent: 'cookie' }] },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 30,
        'role-missing': 28,
        'csrf-missing': 14,
        'step-up-required': 12,
        'credentials-expired': 5,
      },
      says: 'the password is wrong, an app password is asked for, or the user is no administrator',
      source: 'https://docs.nextcloud.com/server/latest/developer_manual/client_apis/OCS/ocs-api-overview.html',
    },
    {
      id: 'usual-data',
      alone: true,
      when: [
        { status: [403, 404] },
        {
          path: /^\/(?:[^?]{0,60}\/)?(?:data|config|3rdparty|lib|templates|console|occ|db_structure|autotest)(?:\/|$)[^?]{0,100}(?:htaccesstest|\.ocdata|owncloud\.log|nextcloud\.log|config\.php)/,
        },
      ],
      causes: {},
      usual: { 'server-rule': 64, 'file-permissions': 8, 'content-rejected': 4 },
      says: 'data and configuration are closed by the rules of the server',
      source: 'https://docs.nextcloud.com/server/latest/admin_manual/installation/harden_server.html',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [
        { status: 403 },
        { method: 'POST' },
        { path: /^\/(?:[^?]{0,200}\/)?(?:index\.php\/)?login(?:\/v2\/poll|\/flow|\/confirm)?(?:\?|$)/ },
        { cookie: /^(?:__host-)?nc_|^oc_sessionpassphrase/ },
      ],
      causes: {},
      usual: {
        'csrf-invalid': 30,
        'origin-rejected': 24,
        'rate-limited': 14,
        'credentials-invalid': 14,
        'host-rejected': 5,
        'policy-denied': 3,
      },
      says: 'the request token or the strict cookies do not fit, or the login is slowed down',
      source:
        'https://docs.nextcloud.com/server/latest/admin_manual/configuration_server/reverse_proxy_configuration.html',
    },
    {
      id: 'usual-status',
      alone: true,
      when: [{ status: [401, 403] }, { method: ['GET', 'HEAD'] }, { path: /^\/(?:[^?]{0,200}\/)?status\.php(?:\?|$)/ }],
      causes: {},
      usual: {
        'ip-refused': 30,
        'client-refused': 22,
        'server-rule': 20,
        'file-permissions': 10,
        'credentials-missing': 8,
      },
      says: 'a firewall, a rule on addresses or the rights of the folder stand before Nextcloud',
      source: 'https://docs.nextcloud.com/server/latest/user_manual/en/files/access_webdav.html',
    },
  ],
};

export default vendor;
