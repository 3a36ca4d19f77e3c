import type { Case, Claim } from '../model/cause.ts';
import type { Header, Span } from '../model/exchange.ts';
import { inQuotes } from '../model/unseen.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'github',
  name: 'GitHub',
  role: 'source-host',
  present: [
    { host: 'api.github.com' },
    { header: 'x-github-request-id' },
    { header: 'server', is: 'github.com' },
    { header: 'x-github-media-type' },
    { body: /"documentation_url": ?"https:\/\/(docs|developer)\.github\.com/ },
  ],
  refusals: [
    {
      id: 'saml-enforcement',
      alone: true,
      when: [{ text: 'resource protected by organization saml enforcement' }],
      causes: { 'policy-denied': 'proves', 'step-up-required': 'hints' },
      says: 'the organisation enforces SAML single sign-on, and this token has not been authorised for it',
      fix: { who: 'caller', text: 'authorise the token for the organisation: Settings, Tokens, Configure SSO' },
      source:
        'https://docs.github.com/en/enterprise-cloud@latest/rest/overview/troubleshooting#saml-sso-authorization-required',
    },
    {
      id: 'resource-not-accessible',
      alone: true,
      when: [{ text: /resource not accessible by (integration|personal access token)/ }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'hints' },
      says: 'the token or app lacks the permission that this endpoint wants',
      fix: {
        who: 'caller',
        text: 'give the app or token the permission of the X-Accepted-GitHub-Permissions header; in Actions, under permissions:',
      },
      source: 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible',
    },
    {
      id: 'primary-rate-limit',
      alone: true,
      when: [{ text: /api rate limit exceeded for (user id |installation|site id |[0-9a-f]{1,4}[.:])/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'the hourly request limit is used up',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api',
    },
    {
      id: 'secondary-rate-limit',
      alone: true,
      when: [{ text: /you have exceeded a secondary rate limit|triggered an abuse detection mechanism/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'the secondary (abuse) limit is reached',
      source:
        'https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    },
    {
      id: 'user-agent-missing',
      alone: true,
      when: [{ text: 'request forbidden by administrative rules' }, { text: 'user-agent header' }],
      causes: { 'client-refused': 'proves' },
      says: 'GitHub refuses requests without a User-Agent',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#user-agent',
    },
    {
      id: 'ip-allow-list',
      alone: true,
      when: [{ text: /has an ip allow list enabled, and your ip address is not permitted to access this resource/ }],
      causes: { 'ip-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the organisation allows listed addresses only',
      source:
        'https://docs.github.com/en/enterprise-cloud@latest/organizations/keeping-your-organization-secure/managing-security-settings-for-your-organization/managing-allowed-ip-addresses-for-your-organization',
    },
    {
      id: 'oauth-restrictions',
      alone: true,
      when: [{ text: 'organization has enabled oauth app access restrictions' }],
      causes: { 'policy-denied': 'proves', 'scope-insufficient': 'hints' },
      says: 'the organisation has not approved this OAuth app',
      source:
        'https://docs.github.com/en/organizations/managing-oauth-access-to-your-organizations-data/about-oauth-app-access-restrictions',
    },
    {
      id: 'token-kind-forbidden',
      alone: true,
      when: [{ text: /organization forbids access via (a |an )?(fine-grained )?personal access tokens?/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the organisation does not take this kind of token, or not for so long',
      source:
        'https://docs.github.com/en/organizations/managing-programmatic-access-to-your-organization/setting-a-personal-access-token-policy-for-your-organization',
    },
    {
      id: 'admin-rights',
      alone: true,
      when: [
        {
          text: /must have (admin rights to|push access to|admin access to|write access to)|you must be an (admin|owner|organization owner)/,
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the account lacks the role in the repository or organisation',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
    },
    {
      id: 'workflow-scope',
      alone: true,
      when: [
        {
          text: /refusing to allow an? [a-z ]{3,40} to create or update workflow .{1,200} without [`']?workflow[`']? (scope|permission)/,
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'changes under .github/workflows want the workflow scope',
      source: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps',
    },
    {
      id: 'actions-pull-request',
      alone: true,
      when: [{ text: 'github actions is not permitted to create or approve pull requests' }],
      causes: { 'policy-denied': 'proves' },
      says: 'a setting of the repository keeps Actions from opening pull requests',
      fix: {
        who: 'api-owner',
        text: 'Settings, Actions, General: allow GitHub Actions to create and approve pull requests',
      },
      source:
        'https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository',
    },
    {
      id: 'suspended',
      alone: true,
      when: [{ text: /your account was suspended|this installation has been suspended/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account or the installation of the app is suspended',
      source: 'https://docs.github.com/en/apps/maintaining-github-apps/suspending-a-github-app-installation',
    },
    {
      id: 'repository-blocked',
      alone: true,
      when: [{ text: 'repository access blocked' }],
      causes: { 'policy-denied': 'proves' },
      says: 'GitHub has blocked the repository',
      source: 'https://docs.github.com/en/site-policy/content-removal-policies/dmca-takedown-policy',
    },
    {
      id: 'archived',
      alone: true,
      when: [{ text: 'repository was archived so is read-only' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the repository is archived',
      source: 'https://docs.github.com/en/repositories/archiving-a-github-repository/archiving-repositories',
    },
    {
      id: 'feature-off',
      alone: true,
      when: [
        {
          text: /upgrade to github (pro|team|enterprise)[^.]{0,60} to enable this feature|(advanced|code) security must be enabled|(code scanning|secret scanning|dependabot alerts|code security) (is|are) (not enabled|disabled) for this repository/,
        },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'plan or settings of the repository do not include this',
      source: 'https://docs.github.com/en/get-started/learning-about-github/githubs-plans',
    },
    {
      id: 'authentication-wanted',
      alone: true,
      when: [{ text: /this endpoint requires you to be authenticated|^requires authentication/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the endpoint is not open to anonymous calls',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
    },
    {
      id: 'bad-credentials',
      when: [{ status: 401 }, { text: 'bad credentials' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'hints' },
      says: 'the token is unknown, revoked or past its date',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
    },
    {
      id: 'one-time-password',
      alone: true,
      when: [{ header: 'x-github-otp', is: 'required' }],
      causes: { 'step-up-required': 'proves' },
      says: 'a one-time code is wanted',
      source: 'https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api',
    },
    {
      id: 'app-jwt',
      alone: true,
      when: [
        {
          text: /a json web token could not be decoded|'(issuer|expiration time|issued at)' claim \('[a-z]{3}'\) (must be|is too far)/,
        },
      ],
      causes: { 'credentials-malformed': 'proves', 'credentials-expired': 'hints' },
      says: 'the JWT of the app cannot be accepted: form, issuer or times',
      source:
        'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app',
    },
    {
      id: 'not-found',
      when: [{ status: 404 }, { text: 'not found' }, { not: { text: 'github pages' } }],
      causes: { 'object-hidden': 'suggests', 'scope-insufficient': 'hints', 'role-missing': 'hints' },
      says: 'a private repository answers 404 to those who may not see it',
      source:
        'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#404-not-found-for-an-existing-resource',
    },
    {
      id: 'query-scopes',
      alone: true,
      when: [
        {
          text: /your token has not been granted the required scopes to execute this query|this api operation needs the "[a-z:_]{3,40}" scope/,
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scope that the answer names',
      source: 'https://docs.github.com/en/graphql/guides/forming-calls-with-graphql',
    },
    {
      id: 'mutation-role',
      alone: true,
      when: [{ text: /does not have the correct permissions to execute/ }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'hints' },
      says: 'the account lacks the role for this mutation',
      source: 'https://docs.github.com/en/graphql/guides/forming-calls-with-graphql',
    },
    {
      id: 'protected-branch',
      alone: true,
      when: [
        {
          text: /protected branch (update failed|hook declined)|at least [0-9]{1,2} approving reviews? (is|are) required|repository rule violations found|cannot update this protected ref/,
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'a branch protection or rule set stands against it',
      source:
        'https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.github.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 50,
        'credentials-expired': 26,
        'credentials-missing': 10,
        'credentials-malformed': 6,
      },
      says: 'mostly a revoked or expired token',
      source:
        'https://docs.github.com/en/enterprise-cloud@latest/rest/overview/troubleshooting#saml-sso-authorization-required',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        { host: 'api.github.com' },
        { not: { sent: 'authorization' } },
        { not: { sent: 'user-agent' } },
      ],
      causes: {},
      usual: { 'client-refused': 50, 'rate-limited': 36, 'ip-refused': 6 },
      says: 'mostly no User-Agent, or the limit for anonymous callers',
      source:
        'https://docs.github.com/en/enterprise-cloud@latest/rest/overview/troubleshooting#saml-sso-authorization-required',
    },
    {
      id: 'usual-403-post',
      when: [
        { status: 403 },
        { host: 'api.github.com' },
        { sent: 'authorization' },
        { method: ['POST', 'PUT', 'PATCH', 'DELETE'] },
      ],
      causes: {},
      usual: { 'scope-insufficient': 46, 'role-missing': 26, 'policy-denied': 14, 'rate-limited': 6 },
      says: 'mostly the token lacks the permission, as the one of Actions does by default',
      source:
        'https://docs.github.com/en/enterprise-cloud@latest/rest/overview/troubleshooting#saml-sso-authorization-required',
    },
    {
      id: 'usual-read',
      when: [{ status: 403 }, { host: 'api.github.com' }, { sent: 'authorization' }, { method: 'GET' }],
      causes: {},
      usual: { 'scope-insufficient': 40, 'rate-limited': 20, 'role-missing': 18, 'policy-denied': 14 },
      says: 'mostly the token lacks the permission, or a limit',
      source:
        'https://docs.github.com/en/enterprise-cloud@latest/rest/overview/troubleshooting#saml-sso-authorization-required',
    },
  ],
  judge(c: Case): readonly Claim[] {
    const response = c.exchange.response;
    if (!response || ![403, 404].includes(c.status)) return [];
    const wanted = scopes(response.headers, 'x-accepted-oauth-scopes');
    const held = scopes(response.headers, 'x-oauth-scopes');
    // X-OAuth-Scopes comes with classic tokens only; without it nothing can be compared.
    if (!wanted?.list.length || !held || wanted.list.some((scope) => covers(held.list, scope))) return [];
    return [
      {
        cause: 'scope-insufficient',
        weight: 'suggests',
        says: `GitHub: the endpoint takes ${wanted.list.map((one) => inQuotes(one)).join(' or ')}, the token holds ${held.list.map((one) => inQuotes(one)).join(', ') || 'no scope'}`,
        at: [wanted.at, held.at],
        by: 'github/scopes-compared',
      },
    ];
  },
};

interface Scopes {
  readonly list: readonly string[];
  readonly at: Span;
}

function scopes(headers: readonly Header[], wanted: string): Scopes | undefined {
  const index = headers.findIndex(([name]) => name.toLowerCase() === wanted);
  if (index < 0) return undefined;
  const [header, value] = headers[index]!;
  const list = value
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean);
  return { list, at: { part: 'response', in: 'header', header, index } };
}

// repo holds repo:status and public_repo, admin:org holds write:org and read:org
// (https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps#available-scopes).
function covers(held: readonly string[], scope: string): boolean {
  const parent = scope.includes(':') ? scope.slice(scope.indexOf(':') + 1) : scope;
  return held.some(
    (one) =>
      one === scope ||
      scope.startsWith(`${one}:`) ||
      (one === 'repo' && scope === 'public_repo') ||
      one === parent ||
      one === `admin:${parent}` ||
      (one === `write:${parent}` && scope === `read:${parent}`),
  );
}

export default vendor;
