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
  ],
};

export default vendor;
