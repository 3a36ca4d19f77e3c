import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'symfony',
  name: 'Symfony',
  role: 'framework',
  present: [{ header: 'x-debug-token' }, { cookie: 'sf_redirect' }, { text: /symfony\\|symfony\/component/ }],
  refusals: [
    {
      id: 'dev-front-controller',
      alone: true,
      when: [{ text: /you are not allowed to access this file\. check \S{1,40}\.php for more/ }],
      causes: { 'ip-refused': 'proves', 'server-rule': 'hints' },
      says: 'the development front controller accepts local addresses only',
      fix: { who: 'server-admin', text: 'add the address in app_dev.php, or use the production front controller' },
      source: 'https://github.com/symfony/symfony-standard/blob/2.8/web/app_dev.php',
    },
    {
      id: 'csrf-invalid',
      alone: true,
      when: [
        {
          any: [
            { text: 'The CSRF token is invalid. Please try to resubmit the form.' },
            { text: 'Invalid CSRF token.' },
          ],
        },
        { not: { text: 'csrf_error' } },
        { not: { text: 'EBADCSRFTOKEN' } },
      ],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: "the form's or login's CSRF token is absent or not that of the session",
      source:
        'https://github.com/symfony/symfony/blob/7.4/src/Symfony/Component/Form/Extension/Csrf/Type/FormTypeCsrfExtension.php',
    },
    {
      id: 'access-denied-voter',
      alone: true,
      when: [{ text: /access denied by (?:#\[|@?)(?:isgranted|security)/ }],
      causes: { 'role-missing': 'suggests' },
      says: 'access_control or an IsGranted check wants a role that the user lacks',
      source:
        'https://github.com/symfony/symfony/blob/7.4/src/Symfony/Component/Security/Core/Exception/AccessDeniedException.php',
    },
    {
      id: 'access-denied',
      when: [
        { text: 'Access Denied.' },
        { any: [{ header: 'x-debug-token' }, { text: /symfony\\|accessdeniedhttpexception/ }] },
        { not: { text: 'csrf' } },
        { not: { text: 'access denied by' } },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'the security component refused: a voter, role or access_control rule',
      source:
        'https://github.com/symfony/symfony/blob/7.4/src/Symfony/Component/Security/Core/Exception/AccessDeniedException.php',
    },
    {
      id: 'full-authentication',
      alone: true,
      when: [{ text: 'Full authentication is required to access this resource.' }, { header: 'x-debug-token' }],
      causes: { 'credentials-missing': 'suggests', 'step-up-required': 'hints' },
      says: 'nobody is logged in, or only by the remember-me cookie',
      source:
        'https://github.com/symfony/symfony/blob/7.4/src/Symfony/Component/Security/Http/Firewall/ExceptionListener.php',
    },
    {
      id: 'lexik-jwt-missing',
      alone: true,
      when: [{ text: 'JWT Token not found' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'LexikJWTAuthenticationBundle found no token in the request',
      source: 'https://github.com/lexik/LexikJWTAuthenticationBundle/blob/3.x/Exception/MissingTokenException.php',
    },
    {
      id: 'lexik-jwt-expired',
      alone: true,
      when: [{ text: 'Expired JWT Token' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the JWT is past its time',
      source: 'https://github.com/lexik/LexikJWTAuthenticationBundle/blob/3.x/Exception/ExpiredTokenException.php',
    },
    {
      id: 'lexik-jwt-invalid',
      alone: true,
      when: [{ text: 'Invalid JWT Token' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the JWT cannot be verified with this key',
      source: 'https://github.com/lexik/LexikJWTAuthenticationBundle/blob/3.x/Exception/InvalidTokenException.php',
    },
    {
      id: 'untrusted-host',
      alone: true,
      when: [{ text: /untrusted host "/ }],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host does not match trusted_hosts',
      source: 'https://github.com/symfony/symfony/blob/7.4/src/Symfony/Component/HttpFoundation/Request.php',
    },
    {
      id: 'usual-dev',
      alone: true,
      when: [{ status: 403 }, { path: /^\/(?:[^?]{0,60}\/)?(?:app_dev\.php|frontend_dev\.php|config_dev\.php)/ }],
      causes: {},
      usual: { 'ip-refused': 72, 'server-rule': 10, 'feature-unavailable': 5 },
      says: 'the development front controller lets in the machine itself only',
      source: 'https://symfony.com/doc/3.4/setup/built_in_web_server.html',
    },
    {
      id: 'usual-profiler',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,60}\/)?_(?:wdt|profiler|error|fragment)(?:\/|\?|$)/ },
      ],
      causes: {},
      usual: { 'credentials-invalid': 30, 'ip-refused': 26, 'server-rule': 16, 'role-missing': 12 },
      says: 'the signature of a fragment does not fit behind a proxy, or a rule closes the profiler',
      source: 'https://symfony.com/doc/current/reference/configuration/framework.html#fragments',
    },
    {
      id: 'usual-api-platform',
      when: [{ status: [401, 403] }, { header: 'x-debug-token' }],
      causes: {},
      usual: {
        'role-missing': 40,
        'credentials-missing': 20,
        'credentials-expired': 14,
        'credentials-invalid': 12,
        'not-owner': 6,
      },
      says: 'access_control or a voter says no, or the JWT is past its hour',
      source: 'https://symfony.com/doc/current/security/access_control.html',
    },
  ],
};

export default vendor;
