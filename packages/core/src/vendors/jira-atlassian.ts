import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jira-atlassian',
  name: 'Jira and Confluence',
  role: 'api',
  present: [
    { host: 'atlassian.net' },
    { host: 'api.atlassian.com' },
    { header: 'x-arequestid' },
    { header: 'x-asessionid' },
    { header: 'x-seraph-loginreason' },
    { header: 'atl-traceid' },
    { header: 'x-confluence-request-time' },
    { text: /xsrf check failed|com\.atlassian\.|clientmustbeauthenticated/ },
  ],
  refusals: [
    {
      id: 'xsrf',
      alone: true,
      when: [{ text: 'XSRF check failed' }],
      causes: { 'csrf-missing': 'proves', 'client-refused': 'hints' },
      says: "the XSRF check refused: no X-Atlassian-Token header, or a browser's User-Agent without Origin and Referer",
      fix: { who: 'caller', text: "send X-Atlassian-Token: no-check, and no browser's User-Agent" },
      source:
        'https://confluence.atlassian.com/kb/rest-api-calls-with-a-browser-user-agent-header-may-fail-csrf-checks-802591455.html',
    },
    {
      id: 'captcha',
      alone: true,
      when: [
        { any: [{ header: 'x-authentication-denied-reason', is: 'CAPTCHA_CHALLENGE' }, { text: 'CAPTCHA_CHALLENGE' }] },
      ],
      causes: { 'step-up-required': 'proves', 'credentials-invalid': 'hints' },
      says: 'after failed logins the account must pass a CAPTCHA in the browser',
      fix: { who: 'caller', text: 'log in once in the browser, then correct the password or token of the script' },
      source:
        'https://confluence.atlassian.com/jirakb/how-to-avoid-captcha-authentication-challenge-when-using-the-rest-api-317195473.html',
    },
    {
      id: 'login-denied',
      alone: true,
      when: [
        { header: 'x-seraph-loginreason', is: /AUTHENTICATION_DENIED|AUTHENTICATED_FAILED/i },
        { not: { header: 'x-authentication-denied-reason', is: 'CAPTCHA_CHALLENGE' } },
      ],
      causes: { 'credentials-invalid': 'proves', 'step-up-required': 'hints' },
      says: 'Seraph refused the login: password or token wrong, or basic login not allowed',
      source: 'https://docs.atlassian.com/software/jira/docs/api/REST/latest/',
    },
    {
      id: 'basic-with-password',
      alone: true,
      when: [{ text: /basic authentication with passwords? is deprecated/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'a password was sent where an API token is wanted',
      source: 'https://developer.atlassian.com/cloud/confluence/deprecation-notice-basic-auth/',
    },
    {
      id: 'scope',
      alone: true,
      when: [{ text: /scope does not match|oauth 2\.0 is not enabled for method/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the OAuth token lacks the scope of this call',
      source: 'https://developer.atlassian.com/cloud/jira/platform/scopes-for-oauth-2-3LO-and-forge-apps/',
    },
    {
      id: 'permission',
      alone: true,
      when: [
        {
          any: [
            { text: 'You do not have permission to see the specified issue' },
            { text: 'Issue does not exist or you do not have permission to see it.' },
            { text: 'You do not have the permission to see the specified issue.' },
            { text: 'You do not have permission to create issues in this project.' },
            { text: /user .{1,80}not permitted to use confluence/ },
            { text: /client must be authenticated to access this resource/ },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'the user lacks the project or space permission, or nobody is logged in',
      source: 'https://developer.atlassian.com/cloud/jira/platform/rest/v2/intro/#status-codes',
    },
    {
      id: 'confluence-not-permitted',
      alone: true,
      when: [{ text: /(?:current user not permitted to use confluence|not permitted to use confluence)/ }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints' },
      says: 'this user, or the anonymous one, may not use Confluence',
      source: 'https://developer.atlassian.com/cloud/confluence/rest/v1/intro/',
    },
    {
      id: 'app-blocked',
      alone: true,
      when: [
        {
          any: [
            { text: 'The app is not installed on this instance' },
            {
              text: /the request has been blocked by (?:your organization|the admin)|ip allowlist|site has been deactivated/,
            },
          ],
        },
        { any: [{ host: 'atlassian.net' }, { host: 'api.atlassian.com' }, { text: 'not installed on this instance' }] },
      ],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'hints' },
      says: 'the app is not installed, or the organisation blocks it',
      source:
        'https://support.atlassian.com/security-and-access-policies/docs/specify-ip-addresses-for-product-access/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'atlassian.net' }, { host: 'api.atlassian.com' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-malformed': 14,
        'credentials-missing': 14,
        'credentials-expired': 10,
        'scope-insufficient': 6,
      },
      says: 'mostly a password in place of an API token, or another email address',
      source: 'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'atlassian.net' }, { host: 'api.atlassian.com' }] }],
      causes: {},
      usual: {
        'role-missing': 48,
        'scope-insufficient': 12,
        'policy-denied': 10,
        'csrf-missing': 8,
        'feature-unavailable': 6,
        'ip-refused': 4,
      },
      says: 'mostly the product or project was not opened to this user',
      source: 'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'atlassian.net' }, { sent: 'authorization' }],
      causes: {},
      usual: { 'object-hidden': 44, 'role-missing': 34, 'credentials-invalid': 8 },
      says: 'mostly an issue that this account may not browse',
      source: 'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
    },
    {
      id: 'usual-404-atlassian',
      when: [{ status: 404 }, { host: 'atlassian.net' }, { not: { sent: 'authorization' } }],
      causes: {},
      usual: { 'credentials-missing': 52, 'object-hidden': 36, 'role-missing': 4 },
      says: 'anonymous callers are told that the issue is absent',
      source: 'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
    },
    {
      id: 'usual-dc-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:[a-z]{2,20}\/)?rest\/(?:api\/(?:2|3|latest|content|user|space|search)|agile\/1\.0|auth\/1\/session|servicedeskapi|plugins\/1\.0)(?:[/?]|$)/,
        },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        { not: { host: /(?:atlassian\.(?:net|com)|bitbucket\.org|sharepoint\.com)$/ } },
      ],
      causes: {},
      usual: { 'credentials-missing': 64, 'role-missing': 10, 'step-up-required': 6, 'credentials-malformed': 4 },
      says: 'nobody is logged in: a token as Bearer or a password as Basic is asked for',
      source: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
    },
    {
      id: 'usual-dc-basic',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:[a-z]{2,20}\/)?rest\/(?:api\/(?:2|3|latest|content|user|space|search)|agile\/1\.0|auth\/1\/session|servicedeskapi|plugins\/1\.0)(?:[/?]|$)/,
        },
        { sent: 'authorization', is: /^basic /i },
        { not: { host: /(?:atlassian\.(?:net|com)|bitbucket\.org|sharepoint\.com)$/ } },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'step-up-required': 18,
        'policy-denied': 14,
        'role-missing': 10,
        'credentials-malformed': 4,
      },
      says: 'the password is wrong, a CAPTCHA waits after failed logins, or Basic is off for single sign-on',
      source: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
    },
    {
      id: 'usual-dc-bearer',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:[a-z]{2,20}\/)?rest\/(?:api\/(?:2|3|latest|content|user|space|search)|agile\/1\.0|auth\/1\/session|servicedeskapi|plugins\/1\.0)(?:[/?]|$)/,
        },
        { sent: 'authorization', is: /^bearer /i },
        { not: { host: /(?:atlassian\.(?:net|com)|bitbucket\.org|sharepoint\.com)$/ } },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-expired': 20,
        'role-missing': 16,
        'proxy-refused': 8,
        'credentials-malformed': 4,
      },
      says: 'the personal access token is wrong or past its date, or of another of the products',
      source: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
    },
    {
      id: 'usual-dc-cookie',
      alone: true,
      when: [
        { status: 403 },
        { not: { method: ['GET', 'HEAD'] } },
        { path: /^\/(?:[a-z]{2,20}\/)?rest\/(?:api\/(?:2|3|latest|content)|agile\/1\.0)(?:[/?]|$)/ },
        { sent: 'cookie' },
        { not: { sent: 'authorization' } },
        { not: { host: /(?:atlassian\.(?:net|com)|bitbucket\.org|sharepoint\.com)$/ } },
      ],
      causes: {},
      usual: { 'csrf-missing': 38, 'origin-rejected': 26, 'role-missing': 16, 'credentials-expired': 8 },
      says: 'XSRF: a browser needs X-Atlassian-Token: no-check, and an Origin that fits',
      source:
        'https://confluence.atlassian.com/kb/cross-site-request-forgery-csrf-protection-changes-in-atlassian-rest-1089448293.html',
    },
  ],
};

export default vendor;
