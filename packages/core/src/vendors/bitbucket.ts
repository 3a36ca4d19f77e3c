import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bitbucket',
  name: 'Bitbucket',
  role: 'source-host',
  present: [
    { host: 'bitbucket.org' },
    { header: 'x-accepted-oauth-scopes', is: /(^|, ?)(repository|pullrequest)(:|$|,)/ },
    { text: 'com.atlassian.bitbucket' },
  ],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ text: /your credentials lack one or more required privilege scopes/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scopes that the answer names',
      source: 'https://github.com/backstage/backstage/issues/22383',
    },
    {
      id: 'access',
      alone: true,
      when: [{ text: /access denied\. you must have (write|admin|read|write or admin) access/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the account lacks this access to the repository',
      source: 'https://support.atlassian.com/bitbucket-cloud/docs/grant-repository-access-to-users-and-groups/',
    },
    {
      id: 'address',
      alone: true,
      when: [{ text: /to access this (repository|account|workspace), an admin must whitelist your ip/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the workspace allows listed addresses only',
      source:
        'https://support.atlassian.com/bitbucket-cloud/docs/set-access-restrictions-for-private-content-in-your-workspace/',
    },
    {
      id: 'two-step',
      alone: true,
      when: [{ text: /(requires|enable) two-step verification/ }],
      causes: { 'step-up-required': 'proves', 'policy-denied': 'hints' },
      says: 'the workspace wants accounts with two-step verification',
      source: 'https://support.atlassian.com/bitbucket-cloud/docs/require-two-step-verification-for-your-workspace/',
    },
    {
      id: 'hidden',
      alone: true,
      when: [{ text: /you may not have access to this repository or it no longer exists in this workspace/ }],
      causes: { 'object-hidden': 'proves', 'role-missing': 'hints' },
      says: 'no such repository for this account',
      source: 'https://support.atlassian.com/bitbucket-cloud/docs/repository-permissions/',
    },
    {
      id: 'password',
      alone: true,
      when: [{ text: 'stopped supporting account passwords for git authentication' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints' },
      says: 'a password was sent where tokens are wanted',
      source: 'https://support.atlassian.com/bitbucket-cloud/docs/api-tokens/',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ text: /access token expired\. use your refresh token/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [{ text: 'token is invalid, expired, or not supported for this endpoint' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-expired': 'suggests', 'scope-insufficient': 'suggests' },
      says: 'the token is wrong, old or of another kind',
      source: 'https://support.atlassian.com/bitbucket-cloud/docs/api-tokens/',
    },
    {
      id: 'server-authorisation',
      alone: true,
      when: [{ body: 'com.atlassian.bitbucket.authorisationexception' }],
      causes: { 'role-missing': 'proves' },
      says: 'the account lacks the permission that the message names',
      source: 'https://developer.atlassian.com/server/bitbucket/rest/',
    },
    {
      id: 'usual-server',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:[a-z]{2,20}\/)?(?:rest\/api\/1\.0\/(?:projects|users|admin|repos)|rest\/(?:build-status|branch-utils|default-reviewers)|scm\/[^?]{1,120}\.git)/,
        },
        { not: { host: /(?:atlassian\.(?:net|com)|bitbucket\.org|sharepoint\.com)$/ } },
      ],
      causes: {},
      usual: { 'credentials-invalid': 32, 'role-missing': 26, 'credentials-missing': 22, 'step-up-required': 8 },
      says: 'the token or password is wrong, or the user lacks the right in the project',
      source: 'https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html',
    },
  ],
};

export default vendor;
