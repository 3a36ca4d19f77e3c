/** What frameworks write to their logs when they refuse. Sources stand with each group. Patterns are linear. */
import type { CauseId } from '@why403/core';

export interface AppWords {
  readonly is: RegExp;
  /** Several where the words stand for any of them. */
  readonly causes: readonly CauseId[];
  readonly product: string;
  /** Completes "… logged that". */
  readonly says: string;
  /** The line always names the request's path, so one that names another path is not this request's. */
  readonly path?: true;
  /** The words leave no other reading. */
  readonly sure?: true;
}

const CSRF: readonly CauseId[] = ['csrf-missing', 'csrf-invalid'];

export const APP_WORDS: readonly AppWords[] = [
  // https://github.com/django/django/blob/main/django/middleware/csrf.py (REASON_…), django/utils/log.py
  ...django(/Forbidden \((?:CSRF cookie not set|CSRF token missing)\.?\)/, 'csrf-missing', 'the CSRF token is missing'),
  ...django(
    /Forbidden \(CSRF (?:token|cookie) (?:from [^)]{1,80} )?(?:incorrect|has incorrect length|has invalid characters)\.?\)/,
    'csrf-invalid',
    'the CSRF token is not the one that belongs to the cookie',
  ),
  {
    is: /Forbidden \(CSRF token missing or incorrect\.?\)/,
    causes: CSRF,
    product: 'Django',
    says: 'the CSRF token is missing or wrong',
    path: true,
  },
  ...django(
    /Forbidden \((?:Referer|Origin) checking failed/,
    'origin-rejected',
    'the Origin or the Referer is not one that it trusts',
  ),
  {
    is: /Invalid HTTP_HOST header: /,
    causes: ['host-rejected'],
    product: 'Django',
    says: 'the host is not in ALLOWED_HOSTS',
    sure: true,
  },
  // https://github.com/rails/rails: request_forgery_protection.rb, host_authorization.rb
  {
    is: /Can't verify CSRF token authenticity|ActionController::InvalidAuthenticityToken/,
    causes: CSRF,
    product: 'Rails',
    says: 'the CSRF token is missing or wrong',
  },
  {
    is: /HTTP Origin header \([^)]{0,200}\) didn't match request\.base_url/,
    causes: ['origin-rejected'],
    product: 'Rails',
    says: 'the Origin is not the address that the request came to',
    sure: true,
  },
  {
    is: /HostAuthorization[^\]]{0,60}\] Blocked hosts?: /,
    causes: ['host-rejected'],
    product: 'Rails',
    says: 'the host is not in config.hosts',
    sure: true,
  },
  {
    is: /Filter chain halted as :(?:authenticate|require_(?:login|user)|logged_in)/,
    causes: ['credentials-missing'],
    product: 'Rails',
    says: 'a filter that wants a login ended the request',
  },
  {
    is: /Pundit::NotAuthorizedError|CanCan::AccessDenied/,
    causes: ['role-missing', 'not-owner'],
    product: 'Rails',
    says: 'its policy does not allow this to the user',
  },
  // https://github.com/spring-projects/spring-security: CsrfFilter.java, JwtTimestampValidator.java; spring-web DefaultCorsProcessor.java
  {
    is: /Invalid CSRF token found for /,
    causes: CSRF,
    product: 'Spring Security',
    says: 'the CSRF token is missing or wrong',
    path: true,
  },
  {
    is: /Reject: '[^']{1,200}' origin is not allowed/,
    causes: ['origin-rejected'],
    product: 'Spring',
    says: 'the origin is not allowed',
    sure: true,
  },
  {
    is: /An error occurred while attempting to decode the Jwt: Jwt expired at/,
    causes: ['credentials-expired'],
    product: 'Spring Security',
    says: 'the token is past its time',
    sure: true,
  },
  // https://github.com/laravel/framework: VerifyCsrfToken.php, Handler.php
  {
    is: /TokenMismatchException/,
    causes: CSRF,
    product: 'Laravel',
    says: 'the CSRF token is missing or not the one of the session',
  },
  {
    is: /AuthorizationException: This action is unauthorized/,
    causes: ['role-missing', 'not-owner'],
    product: 'Laravel',
    says: 'its policy does not allow this to the user',
  },
  // https://github.com/auth0/node-jsonwebtoken/blob/master/verify.js, https://github.com/auth0/express-jwt
  ...jwt(/TokenExpiredError:? +jwt expired|\bjwt expired\b/, 'credentials-expired', 'the token is past its time'),
  ...jwt(/\bjwt not active\b/, 'credentials-expired', 'the token is not valid yet'),
  ...jwt(
    /\bjwt (?:audience|issuer|subject|id) invalid\b/,
    'credentials-invalid',
    'the token was made for another audience or by another issuer',
  ),
  ...jwt(
    /JsonWebTokenError:? +invalid (?:signature|algorithm)/,
    'credentials-invalid',
    "the token's signature is wrong",
  ),
  ...jwt(
    /JsonWebTokenError:? +(?:jwt malformed|invalid token)|Format is Authorization: Bearer \[token\]/,
    'credentials-malformed',
    'what was sent is no token that it can read',
  ),
  // the tutorials' way to cut the word Bearer off leaves nothing where it is not there
  {
    is: /JsonWebTokenError:? +jwt must be provided/,
    causes: ['credentials-missing', 'credentials-malformed'],
    product: 'jsonwebtoken',
    says: 'it was given no token',
  },
  ...jwt(/No authorization token was found/, 'credentials-missing', 'there was no token'),
  // https://github.com/fastify/fastify-jwt, https://github.com/fastify/csrf-protection
  {
    is: /FST_JWT_NO_AUTHORIZATION_IN_(?:HEADER|COOKIE)/,
    causes: ['credentials-missing'],
    product: 'Fastify',
    says: 'there was no token',
  },
  {
    is: /FST_JWT_AUTHORIZATION_TOKEN_EXPIRED/,
    causes: ['credentials-expired'],
    product: 'Fastify',
    says: 'the token is past its time',
    sure: true,
  },
  {
    is: /FST_JWT_AUTHORIZATION_TOKEN_(?:INVALID|UNTRUSTED)/,
    causes: ['credentials-invalid'],
    product: 'Fastify',
    says: 'the token is not valid',
  },
  {
    is: /FST_CSRF_MISSING_SECRET|Missing csrf secret/,
    causes: ['csrf-missing'],
    product: 'Fastify',
    says: 'the cookie of the CSRF token is missing',
    sure: true,
  },
  // https://github.com/expressjs/csurf, https://github.com/Psifi-Solutions/csrf-csrf, https://github.com/fastify/csrf-protection
  {
    is: /EBADCSRFTOKEN|ForbiddenError: invalid csrf token|FST_CSRF_INVALID_TOKEN/i,
    causes: CSRF,
    product: 'The application',
    says: 'the CSRF token is missing or wrong',
  },
  // https://github.com/pallets-eco/flask-wtf/blob/main/src/flask_wtf/csrf.py
  {
    is: /The CSRF (?:session )?token is missing|The referrer header is missing/,
    causes: ['csrf-missing'],
    product: 'Flask-WTF',
    says: 'the CSRF token is missing',
    sure: true,
  },
  {
    is: /The CSRF token (?:has expired|is invalid)|The CSRF tokens do not match/,
    causes: ['csrf-invalid'],
    product: 'Flask-WTF',
    says: 'the CSRF token is wrong or past its time',
    sure: true,
  },
  // https://github.com/dotnet/aspnetcore: DefaultAntiforgery, DenyAnonymousAuthorizationRequirement; Microsoft.IdentityModel (IDX…)
  {
    is: /DenyAnonymousAuthorizationRequirement: Requires an authenticated user/,
    causes: ['credentials-missing', 'credentials-invalid'],
    product: 'ASP.NET Core',
    says: 'a user who is logged in is wanted',
  },
  {
    is: /RolesAuthorizationRequirement:|ClaimsAuthorizationRequirement:/,
    causes: ['role-missing', 'scope-insufficient'],
    product: 'ASP.NET Core',
    says: 'the user lacks a role or a claim that is wanted',
  },
  {
    is: /Antiforgery token validation failed\. The required antiforgery/,
    causes: ['csrf-missing'],
    product: 'ASP.NET Core',
    says: 'the antiforgery token is missing',
    sure: true,
  },
  {
    is: /IDX10223: /,
    causes: ['credentials-expired'],
    product: 'ASP.NET Core',
    says: 'the token is past its time',
    sure: true,
  },
  {
    is: /IDX10(?:205|211|214|500|501|503|511): /,
    causes: ['credentials-invalid'],
    product: 'ASP.NET Core',
    says: "the token's issuer, audience or signature is not the one that is wanted",
    sure: true,
  },
];

/** Django writes the path after its reason. */
function django(is: RegExp, cause: CauseId, says: string): readonly AppWords[] {
  return [{ is, causes: [cause], product: 'Django', says, path: true, sure: true }];
}

function jwt(is: RegExp, cause: CauseId, says: string): readonly AppWords[] {
  return [{ is, causes: [cause], product: 'jsonwebtoken', says, sure: true }];
}
