import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'spring-security',
  name: 'Spring Security',
  role: 'framework',
  present: [
    {
      text: /invalid cors request|could not verify the provided csrf token|csrf token has been associated to this client|invalid csrf token '|an expected csrf token cannot be found|requestrejectedexception|springframework/,
    },
    { text: /whitelabel error page/ },
    { header: 'x-application-context' },
  ],
  refusals: [
    {
      id: 'csrf-session-lost',
      alone: true,
      when: [{ text: 'Could not verify the provided CSRF token because your session was not found' }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'hints' },
      says: 'there is no session in which the CSRF token could be: its cookie did not come or the session is gone',
      source:
        'https://github.com/spring-projects/spring-security/blob/main/web/src/main/java/org/springframework/security/web/csrf/MissingCsrfTokenException.java',
    },
    {
      id: 'csrf-null',
      alone: true,
      when: [
        {
          text: /invalid csrf token 'null' was found|expected csrf token not found|could not verify the provided csrf token because no token was found to compare/,
        },
      ],
      causes: { 'csrf-missing': 'proves', 'csrf-invalid': 'doubts' },
      says: 'no CSRF token came with this state-changing request',
      fix: {
        who: 'caller',
        text: 'send the token as X-CSRF-TOKEN (X-XSRF-TOKEN for the cookie repository) or as _csrf',
      },
      source:
        'https://github.com/spring-projects/spring-security/blob/main/web/src/main/java/org/springframework/security/web/csrf/InvalidCsrfTokenException.java',
    },
    {
      id: 'csrf-wrong',
      alone: true,
      when: [{ text: /invalid csrf token '(?!null')[^']{0,200}' was found/ }],
      causes: { 'csrf-invalid': 'proves' },
      says: 'a CSRF token came and is not that of the session',
      source:
        'https://github.com/spring-projects/spring-security/blob/main/web/src/main/java/org/springframework/security/web/csrf/InvalidCsrfTokenException.java',
    },
    {
      id: 'csrf-reactive',
      alone: true,
      when: [
        {
          any: [
            { text: 'An expected CSRF token cannot be found' },
            { text: 'CSRF Token has been associated to this client' },
          ],
        },
      ],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'hints' },
      says: 'WebFlux: the CSRF token is absent or not the expected one',
      source:
        'https://github.com/spring-projects/spring-security/blob/main/web/src/main/java/org/springframework/security/web/server/csrf/CsrfWebFilter.java',
    },
    {
      id: 'cors',
      alone: true,
      when: [{ text: 'Invalid CORS request' }],
      causes: { 'origin-rejected': 'proves' },
      says: 'the Origin, method or header of a cross-origin request is not allowed',
      fix: {
        who: 'server-admin',
        text: 'allow the origin, or let the proxy pass Host, X-Forwarded-Host and X-Forwarded-Proto so that same-origin requests are seen as such',
      },
      source:
        'https://github.com/spring-projects/spring-framework/blob/main/spring-web/src/main/java/org/springframework/web/cors/DefaultCorsProcessor.java',
    },
    {
      id: 'access-denied',
      when: [
        { any: [{ text: 'Access is denied' }, { text: 'AccessDeniedException' }, { text: 'Access Denied' }] },
        { any: [{ text: 'springframework' }, { text: 'whitelabel error page' }, { body: /"timestamp": ?["0-9]/ }] },
        { not: { text: 'csrf token' } },
        { method: ['GET', 'HEAD', 'OPTIONS'] },
      ],
      causes: { 'role-missing': 'suggests', 'csrf-missing': 'hints', 'scope-insufficient': 'hints' },
      says: 'the user is known and lacks the authority that this path or method wants',
      source:
        'https://github.com/spring-projects/spring-security/blob/main/core/src/main/resources/org/springframework/security/messages.properties',
    },
    {
      id: 'boot-error-write',
      alone: true,
      when: [
        { status: 403 },
        { body: /"timestamp": ?["0-9][^,]{0,50}, ?"status": ?403, ?"error": ?"forbidden"/ },
        { method: ['POST', 'PUT', 'PATCH', 'DELETE'] },
        { not: { text: 'csrf token' } },
        { not: { text: 'not authorized for user' } },
      ],
      causes: {
        'csrf-missing': 'suggests',
        'role-missing': 'hints',
        'origin-rejected': 'hints',
        'credentials-missing': 'hints',
      },
      says: "Spring Boot's error document without a reason: for a write, the CSRF filter or a missing authority",
      source: 'https://docs.spring.io/spring-security/reference/servlet/exploits/csrf.html',
    },
    {
      id: 'boot-error-read',
      alone: true,
      when: [
        { status: 403 },
        { body: /"timestamp": ?["0-9][^,]{0,50}, ?"status": ?403, ?"error": ?"forbidden"/ },
        { method: ['GET', 'HEAD'] },
        { not: { text: 'access is denied' } },
        { not: { text: 'access denied' } },
      ],
      causes: {
        'role-missing': 'suggests',
        'credentials-missing': 'suggests',
        'credentials-invalid': 'hints',
        'ip-refused': 'hints',
      },
      says: "Spring Boot's error document without a reason: a missing authority, or no login where no entry point is set",
      source:
        'https://github.com/spring-projects/spring-security/blob/main/web/src/main/java/org/springframework/security/web/authentication/Http403ForbiddenEntryPoint.java',
    },
    {
      id: 'full-authentication',
      alone: true,
      when: [{ text: 'Full authentication is required to access this resource' }, { not: { header: 'x-debug-token' } }],
      causes: { 'credentials-missing': 'suggests' },
      says: 'nobody is logged in',
      source:
        'https://github.com/spring-projects/spring-security/blob/main/core/src/main/resources/org/springframework/security/messages.properties',
    },
    {
      id: 'bad-credentials',
      alone: true,
      when: [
        { text: 'Bad credentials' },
        { not: { text: 'github.com' } },
        { not: { text: 'documentation_url' } },
        { not: { body: 'documentation_url' } },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name or password is wrong',
      source:
        'https://github.com/spring-projects/spring-security/blob/main/core/src/main/resources/org/springframework/security/messages.properties',
    },
    {
      id: 'account-state',
      alone: true,
      when: [
        {
          any: [{ text: 'User account is locked' }, { text: 'User is disabled' }, { text: 'User account has expired' }],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is locked, disabled or expired',
      source:
        'https://github.com/spring-projects/spring-security/blob/main/core/src/main/resources/org/springframework/security/messages.properties',
    },
    {
      id: 'request-rejected',
      alone: true,
      when: [
        { text: /requestrejectedexception|the request was rejected because the (?:url|header|parameter|http method)/ },
      ],
      causes: { 'content-rejected': 'proves', 'host-rejected': 'hints' },
      says: 'the HTTP firewall refused a character in the URL, a header, the host or the method',
      source:
        'https://github.com/spring-projects/spring-security/blob/main/web/src/main/java/org/springframework/security/web/firewall/StrictHttpFirewall.java',
    },
    {
      id: 'insufficient-scope',
      alone: true,
      when: [
        {
          challenge: 'Bearer',
          param: 'error_description',
          is: 'the request requires higher privileges than provided by the access token',
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the access token lacks a scope',
      source:
        'https://github.com/spring-projects/spring-security/blob/main/oauth2/oauth2-resource-server/src/main/java/org/springframework/security/oauth2/server/resource/web/access/BearerTokenAccessDeniedHandler.java',
    },
    {
      id: 'jwt-expired',
      alone: true,
      when: [
        {
          challenge: 'Bearer',
          param: 'error_description',
          is: /jwt expired at|expiresat must be after|jwt used before/i,
        },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the JWT is outside its time',
      source:
        'https://github.com/spring-projects/spring-security/blob/main/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/JwtTimestampValidator.java',
    },
    {
      id: 'jwt-invalid',
      alone: true,
      when: [
        {
          challenge: 'Bearer',
          param: 'error_description',
          is: /(?:signed jwt rejected|invalid signature|the iss claim is not valid|the aud claim is not valid|another algorithm expected|no matching key)/i,
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: "the JWT's signature, issuer or audience is not the configured one",
      source:
        'https://github.com/spring-projects/spring-security/blob/main/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/NimbusJwtDecoder.java',
    },
    {
      id: 'usual-read-anonymous',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        { header: 'cache-control', is: 'no-cache, no-store, max-age=0, must-revalidate' },
        { header: 'expires', is: /^0$/ },
        { header: 'pragma', is: 'no-cache' },
      ],
      causes: {},
      usual: { 'credentials-missing': 44, 'role-missing': 22, 'object-hidden': 14, 'policy-denied': 3 },
      says: 'without an entry point, 403 stands for "not logged in"; errors end so too, where /error is not open',
      source: 'https://docs.spring.io/spring-security/reference/servlet/authentication/architecture.html',
    },
    {
      id: 'usual-read-bearer',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { sent: 'authorization' },
        { header: 'cache-control', is: 'no-cache, no-store, max-age=0, must-revalidate' },
        { header: 'expires', is: /^0$/ },
        { header: 'pragma', is: 'no-cache' },
      ],
      causes: {},
      usual: {
        'role-missing': 46,
        'credentials-invalid': 16,
        'credentials-expired': 12,
        'object-hidden': 8,
        'scope-insufficient': 6,
      },
      says: 'hasRole looks for the prefix ROLE_, and a filter that drops a bad token leaves 403',
      source: 'https://docs.spring.io/spring-security/reference/servlet/authorization/authorize-http-requests.html',
    },
    {
      id: 'usual-read-cookie',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { sent: 'cookie' },
        { not: { sent: 'authorization' } },
        { header: 'cache-control', is: 'no-cache, no-store, max-age=0, must-revalidate' },
        { header: 'expires', is: /^0$/ },
        { header: 'pragma', is: 'no-cache' },
      ],
      causes: {},
      usual: { 'role-missing': 54, 'credentials-expired': 16, 'not-owner': 8, 'object-hidden': 6, 'policy-denied': 4 },
      says: 'the user lacks the role, or the session is gone',
      source: 'https://docs.spring.io/spring-security/reference/servlet/authorization/authorize-http-requests.html',
    },
    {
      id: 'usual-write-bearer',
      alone: true,
      when: [
        { status: 403 },
        { not: { method: ['GET', 'HEAD'] } },
        { sent: 'authorization' },
        { header: 'cache-control', is: 'no-cache, no-store, max-age=0, must-revalidate' },
        { header: 'expires', is: /^0$/ },
        { header: 'pragma', is: 'no-cache' },
      ],
      causes: {},
      usual: {
        'role-missing': 32,
        'csrf-missing': 26,
        'credentials-invalid': 12,
        'credentials-expired': 8,
        'origin-rejected': 6,
        'object-hidden': 4,
      },
      says: 'CSRF protection is on beside the token, or the role is missing',
      source: 'https://docs.spring.io/spring-security/reference/servlet/exploits/csrf.html',
    },
    {
      id: 'usual-write',
      alone: true,
      when: [
        { status: 403 },
        { not: { method: ['GET', 'HEAD'] } },
        { not: { sent: 'authorization' } },
        { header: 'cache-control', is: 'no-cache, no-store, max-age=0, must-revalidate' },
        { header: 'expires', is: /^0$/ },
        { header: 'pragma', is: 'no-cache' },
      ],
      causes: {},
      usual: {
        'csrf-missing': 56,
        'credentials-missing': 14,
        'csrf-invalid': 8,
        'origin-rejected': 7,
        'role-missing': 6,
      },
      says: 'CSRF protection is on by default and refuses every write without its token',
      source: 'https://docs.spring.io/spring-security/reference/servlet/exploits/csrf.html',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [
        { status: 401 },
        { not: { sent: 'authorization' } },
        { header: 'cache-control', is: 'no-cache, no-store, max-age=0, must-revalidate' },
        { header: 'expires', is: /^0$/ },
        { header: 'pragma', is: 'no-cache' },
      ],
      causes: {},
      usual: {
        'credentials-missing': 62,
        'credentials-invalid': 14,
        'credentials-expired': 6,
        'credentials-malformed': 4,
      },
      says: 'no login came',
      source: 'https://docs.spring.io/spring-security/reference/servlet/authentication/passwords/basic.html',
    },
    {
      id: 'usual-login-sent',
      alone: true,
      when: [
        { status: 401 },
        { sent: 'authorization' },
        { header: 'cache-control', is: 'no-cache, no-store, max-age=0, must-revalidate' },
        { header: 'expires', is: /^0$/ },
        { header: 'pragma', is: 'no-cache' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 50, 'credentials-expired': 22, 'credentials-malformed': 10, 'role-missing': 4 },
      says: 'the token or password is not accepted: its issuer, its key, its time or the form of the stored password',
      source: 'https://docs.spring.io/spring-security/reference/servlet/oauth2/resource-server/jwt.html',
    },
  ],
};

export default vendor;
