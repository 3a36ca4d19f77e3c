import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aspnetcore',
  name: 'ASP.NET Core',
  role: 'framework',
  present: [{ header: 'server', is: /^kestrel/i }, { cookie: '.AspNetCore.' }, { text: /microsoft\.aspnetcore\./ }],
  refusals: [
    {
      id: 'antiforgery-missing',
      alone: true,
      when: [
        {
          any: [
            { text: /the required antiforgery (?:cookie|form field|header value) / },
            { text: /required antiforgery request token was not provided/ },
            { text: 'The antiforgery cookie token and request token do not match because none' },
          ],
        },
      ],
      causes: { 'csrf-missing': 'proves', 'csrf-invalid': 'hints' },
      says: 'the antiforgery cookie or request token did not come',
      source: 'https://github.com/dotnet/aspnetcore/blob/main/src/Antiforgery/src/Resources.resx',
    },
    {
      id: 'antiforgery-invalid',
      alone: true,
      when: [
        {
          any: [
            { text: 'The antiforgery cookie token and request token do not match' },
            { text: 'The antiforgery token could not be decrypted' },
            { text: /the provided antiforgery token was meant for a different/ },
            { text: 'Validation of the provided antiforgery token failed' },
          ],
        },
      ],
      causes: { 'csrf-invalid': 'proves' },
      says: 'the antiforgery token came and does not fit its cookie, user or key',
      fix: {
        who: 'server-admin',
        text: 'share the data protection keys between instances, and keep them over restarts',
      },
      source: 'https://github.com/dotnet/aspnetcore/blob/main/src/Antiforgery/src/Resources.resx',
    },
    {
      id: 'invalid-hostname',
      alone: true,
      when: [
        { any: [{ text: 'Bad Request - Invalid Hostname' }, { text: /the request hostname is invalid/ }] },
        { not: { header: 'server', is: 'Microsoft-HTTPAPI' } },
      ],
      causes: { 'host-rejected': 'proves' },
      says: 'host filtering: the Host header is not among AllowedHosts',
      fix: { who: 'server-admin', text: 'add the host name to AllowedHosts, or let the proxy pass the right Host' },
      source:
        'https://github.com/dotnet/aspnetcore/blob/main/src/Middleware/HostFiltering/src/HostFilteringMiddleware.cs',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ challenge: 'Bearer', param: 'error_description', is: /the token expired at|idx10223/i }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the bearer token is past its time',
      source:
        'https://github.com/dotnet/aspnetcore/blob/main/src/Security/Authentication/JwtBearer/src/JwtBearerHandler.cs',
    },
    {
      id: 'token-audience',
      alone: true,
      when: [
        {
          challenge: 'Bearer',
          param: 'error_description',
          is: /the audience .{0,200} is invalid|the issuer .{0,200} is invalid|the signature is invalid|the signature key was not found|idx10(?:501|503|511|205|214)/i,
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: "the token's audience, issuer or signature is not the one that the API was set up for",
      source:
        'https://github.com/dotnet/aspnetcore/blob/main/src/Security/Authentication/JwtBearer/src/JwtBearerHandler.cs',
    },
    {
      id: 'forbid-empty',
      when: [{ status: 403 }, { header: 'server', is: /^kestrel/i }, { header: 'content-length', is: /^0$/i }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'suggests' },
      says: 'authorization ran and a policy, role or claim requirement was not met; the framework answers an empty 403',
      source: 'https://learn.microsoft.com/en-us/aspnet/core/security/authorization/policies',
    },
    {
      id: 'usual-hangfire',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:[^?]{0,60}\/)?hangfire(?:[/?]|$)/i }],
      causes: {},
      usual: { 'ip-refused': 54, 'role-missing': 20, 'credentials-missing': 14 },
      says: 'by default the dashboard is for requests of the machine itself',
      source: 'https://docs.hangfire.io/en/latest/configuration/using-dashboard.html',
    },
    {
      id: 'usual-signalr',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:[^?]{0,60}\/)?(?:[a-z-]{0,30}hubs?(?:\/[a-z-]{1,30})?\/negotiate|signalr\/(?:negotiate|connect|hubs)|[a-z]{2,30}hub\/negotiate|_blazor(?:\/|\?|$))/i,
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 34,
        'credentials-expired': 18,
        'credentials-invalid': 14,
        'origin-rejected': 14,
        'proxy-refused': 8,
        'role-missing': 6,
      },
      says: 'the access token goes in the query for sockets, and cookies need allowed origins with credentials',
      source: 'https://learn.microsoft.com/en-us/aspnet/core/signalr/authn-and-authz',
    },
    {
      id: 'usual-bearer-anonymous',
      when: [{ status: 401 }, { not: { sent: 'authorization' } }, { header: 'server', is: /^kestrel/i }],
      causes: {},
      usual: { 'credentials-missing': 70, 'credentials-expired': 8, 'server-rule': 4 },
      says: 'no token came, or a cookie of another scheme',
      source: 'https://learn.microsoft.com/en-us/aspnet/core/security/authentication/',
    },
    {
      id: 'usual-bearer',
      when: [
        { status: 401 },
        { sent: 'authorization' },
        { header: 'server', is: /^kestrel/i },
        { not: { challenge: 'bearer', param: 'error' } },
      ],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-expired': 16, 'credentials-malformed': 14, 'server-rule': 6 },
      says: 'issuer, audience or signing key is not the one that is set up, or UseAuthentication stands too late',
      source: 'https://learn.microsoft.com/en-us/aspnet/core/security/authentication/jwt-authn',
    },
    {
      id: 'usual-forbidden',
      when: [{ status: 403 }, { header: 'server', is: /^kestrel/i }],
      causes: {},
      usual: { 'role-missing': 56, 'scope-insufficient': 12, 'not-owner': 6, 'policy-denied': 6, 'csrf-missing': 4 },
      says: 'the claim of the role has another name, or the policy does not hold',
      source: 'https://learn.microsoft.com/en-us/aspnet/core/security/authorization/roles',
    },
    {
      id: 'usual-elmah',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:elmah|errors\/elmah|miniprofiler|mini-profiler-resources)(?:[/?]|$)/ },
      ],
      causes: {},
      usual: { 'ip-refused': 44, 'role-missing': 26, 'credentials-missing': 14 },
      says: 'logs of errors are shown to the machine itself or to administrators',
      source: 'https://learn.microsoft.com/en-us/aspnet/core/security/',
    },
  ],
};

export default vendor;
