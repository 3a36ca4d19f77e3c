import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'laravel',
  name: 'Laravel',
  role: 'framework',
  present: [
    { cookie: 'laravel_session' },
    { cookie: 'XSRF-TOKEN' },
    {
      text: /illuminate\\|csrf token mismatch|this action is unauthorized|invalid (?:ability|scope\(s\)) provided|laravel/,
    },
  ],
  refusals: [
    {
      id: 'csrf-mismatch',
      alone: true,
      when: [{ text: 'CSRF token mismatch' }, { not: { text: 'error: csrf token mismatch' } }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the CSRF token is absent or not that of this session',
      fix: {
        who: 'caller',
        text: "send _token, or the XSRF-TOKEN cookie's value as X-XSRF-TOKEN, with the session cookie",
      },
      source: 'https://github.com/laravel/framework/blob/12.x/src/Illuminate/Foundation/Exceptions/Handler.php',
    },
    {
      id: 'page-expired',
      alone: true,
      when: [
        { status: 419 },
        { text: /page expired|page has expired|unknown status/ },
        { not: { text: 'csrf token mismatch' } },
      ],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests', 'credentials-expired': 'hints' },
      says: "the session or its CSRF token is gone: Laravel's page of status 419",
      source: 'https://github.com/laravel/framework/blob/12.x/src/Illuminate/Foundation/Exceptions/views/419.blade.php',
    },
    {
      id: 'signed-url',
      alone: true,
      when: [{ text: 'Invalid signature.' }, { not: { text: 'stripe' } }, { status: [403, 401] }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the signed URL was changed, made for another host or scheme, or is past its time',
      fix: { who: 'server-admin', text: 'behind a proxy, trust it so that scheme and host of the URL are right' },
      source:
        'https://github.com/laravel/framework/blob/12.x/src/Illuminate/Routing/Exceptions/InvalidSignatureException.php',
    },
    {
      id: 'action-unauthorized',
      alone: true,
      when: [{ text: 'This action is unauthorized.' }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests', 'policy-denied': 'hints' },
      says: 'a gate, policy or form request says no',
      source: 'https://github.com/laravel/framework/blob/12.x/src/Illuminate/Auth/Access/AuthorizationException.php',
    },
    {
      id: 'unauthenticated',
      alone: true,
      when: [{ text: 'Unauthenticated.' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'hints', 'credentials-expired': 'hints' },
      says: 'no login or token that the guard accepts came',
      source: 'https://github.com/laravel/framework/blob/12.x/src/Illuminate/Auth/AuthenticationException.php',
    },
    {
      id: 'sanctum-ability',
      alone: true,
      when: [{ text: 'Invalid ability provided.' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'Sanctum: the token lacks this ability',
      source: 'https://github.com/laravel/sanctum/blob/4.x/src/Exceptions/MissingAbilityException.php',
    },
    {
      id: 'passport-scope',
      alone: true,
      when: [{ text: 'Invalid scope(s) provided.' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'Passport: the token lacks a scope',
      source: 'https://github.com/laravel/passport/blob/13.x/src/Exceptions/MissingScopeException.php',
    },
    {
      id: 'throttle',
      alone: true,
      when: [{ text: 'Too Many Attempts.' }],
      causes: { 'rate-limited': 'proves' },
      says: "the throttle middleware's limit is used up",
      source: 'https://github.com/laravel/framework/blob/12.x/src/Illuminate/Routing/Middleware/ThrottleRequests.php',
    },
    {
      id: 'email-unverified',
      alone: true,
      when: [{ text: 'Your email address is not verified.' }],
      causes: { 'policy-denied': 'suggests' },
      says: "the account's e-mail address is not verified",
      source: 'https://github.com/laravel/framework/blob/12.x/src/Illuminate/Auth/Middleware/EnsureEmailIsVerified.php',
    },
    {
      id: 'password-confirmation',
      alone: true,
      when: [{ text: 'Password confirmation required.' }],
      causes: { 'step-up-required': 'proves' },
      says: 'the password has to be confirmed again',
      source: 'https://github.com/laravel/framework/blob/12.x/src/Illuminate/Auth/Middleware/RequirePassword.php',
    },
    {
      id: 'spatie-role',
      alone: true,
      when: [{ text: /user does not have (?:the right (?:roles|permissions)|any of the necessary access rights)/ }],
      causes: { 'role-missing': 'proves' },
      says: 'laravel-permission: the user lacks the role or permission',
      source: 'https://github.com/spatie/laravel-permission/blob/main/src/Exceptions/UnauthorizedException.php',
    },
    {
      id: 'user-not-logged-in',
      alone: true,
      when: [{ text: 'User is not logged in.' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'laravel-permission: nobody is logged in',
      source: 'https://github.com/spatie/laravel-permission/blob/main/src/Exceptions/UnauthorizedException.php',
    },
  ],
};

export default vendor;
