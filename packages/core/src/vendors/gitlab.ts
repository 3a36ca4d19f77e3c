import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gitlab',
  name: 'GitLab',
  role: 'source-host',
  present: [
    { header: 'x-gitlab-meta' },
    { host: 'gitlab.com' },
    { cookie: '_gitlab_session' },
    { sent: 'private-token' },
    { sent: 'job-token' },
  ],
  refusals: [
    {
      id: 'scope',
      when: [{ code: 'insufficient_scope' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scope that the answer names',
      source: 'https://docs.gitlab.com/user/profile/personal_access_tokens/#personal-access-token-scopes',
    },
    {
      id: 'granular-scope',
      alone: true,
      when: [
        {
          text: /your (personal access|fine-grained) token lacks the required permissions|insufficient_granular_scope/,
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the fine-grained token lacks the named permission',
      source: 'https://github.com/gitify-app/gitify/issues/3252',
    },
    {
      id: 'protected-branch',
      alone: true,
      when: [{ text: /you are not allowed to (force )?push (code )?to (a )?protected branch(es)?/ }],
      causes: { 'policy-denied': 'proves', 'role-missing': 'suggests' },
      says: 'the branch is protected and this role may not push to it',
      source: 'https://docs.gitlab.com/user/project/repository/branches/protected/',
    },
    {
      id: 'push',
      alone: true,
      when: [{ text: 'you are not allowed to push code to this project' }],
      causes: { 'role-missing': 'proves', 'not-owner': 'hints' },
      says: 'the account has no Developer role in the project',
      source: 'https://docs.gitlab.com/user/permissions/',
    },
    {
      id: 'job-token',
      alone: true,
      when: [{ text: /authentication by ci\/cd job token not allowed from/ }],
      causes: { 'policy-denied': 'proves', 'role-missing': 'suggests' },
      says: 'the job token allowlist of the other project does not name this one',
      fix: { who: 'api-owner', text: 'add this project to the job token allowlist of the other' },
      source: 'https://docs.gitlab.com/ci/jobs/ci_job_token/',
    },
    {
      id: 'basic-denied',
      alone: true,
      when: [{ text: 'http basic: access denied' }],
      causes: { 'credentials-invalid': 'proves', 'step-up-required': 'suggests' },
      says: 'the password is wrong, or the account wants a token instead of one',
      source: 'https://docs.gitlab.com/topics/git/troubleshooting_git/',
    },
    {
      id: 'password-expired',
      alone: true,
      when: [{ text: /your password (has )?expired/ }, { text: /gitlab|access gitlab/ }],
      causes: { 'credentials-expired': 'proves', 'step-up-required': 'hints' },
      says: 'the password of the account is past its date',
      source: 'https://docs.gitlab.com/user/profile/user_passwords/',
    },
    {
      id: 'terms',
      alone: true,
      when: [{ text: /must accept the terms of service in order to perform this action/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the terms of the instance were not accepted yet',
      source: 'https://docs.gitlab.com/administration/settings/terms/',
    },
    {
      id: 'sso',
      alone: true,
      when: [{ text: "cannot find valid sso session. please login via your group's sso" }],
      causes: { 'step-up-required': 'proves', 'policy-denied': 'suggests' },
      says: 'the group wants a fresh single sign-on',
      source: 'https://docs.gitlab.com/user/group/saml_sso/',
    },
    {
      id: 'hidden',
      alone: true,
      when: [
        {
          text: /the project you were looking for could not be found or you don't have permission to view it|404 project not found/,
        },
      ],
      causes: { 'object-hidden': 'proves', 'role-missing': 'hints', 'credentials-invalid': 'hints' },
      says: 'no such project for this account',
      source: 'https://docs.gitlab.com/user/project/troubleshooting/',
    },
    {
      id: 'forbidden',
      alone: true,
      when: [{ body: /^\{ ?"message": ?"403 forbidden( - [^"]{0,300})?" ?\}$/ }],
      causes: {
        'role-missing': 'suggests',
        'feature-unavailable': 'hints',
        'scope-insufficient': 'hints',
        'not-owner': 'hints',
      },
      says: 'the role in the project does not allow it, or the feature is off there',
      source: 'https://github.com/apache/devlake/issues/8550',
    },
    {
      id: 'unauthorized',
      alone: true,
      when: [{ body: /^\{ ?"message": ?"401 unauthorized" ?\}$/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the token is missing, wrong or past its date',
      source: 'https://docs.gitlab.com/api/rest/troubleshooting/',
    },
    {
      id: 'registry',
      alone: true,
      when: [{ text: /denied: access forbidden/ }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'suggests' },
      says: 'the token lacks read_registry or write_registry, or the role in this project',
      source: 'https://docs.gitlab.com/user/packages/container_registry/troubleshoot_container_registry/',
    },
    {
      id: 'code-access',
      alone: true,
      when: [{ text: /you are not allowed to (download|upload) code( from this project)?/ }],
      causes: { 'role-missing': 'proves', 'not-owner': 'hints' },
      says: 'the account has no access to the code of the project',
      source: 'https://docs.gitlab.com/user/permissions/',
    },
    {
      id: 'push-rule',
      alone: true,
      when: [
        {
          text: /gitlab: (you cannot push commits for|commit message does not follow the pattern|commit must be signed|author|committer|branch name)/,
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'a push rule of the project stands against these commits',
      source: 'https://docs.gitlab.com/user/project/repository/push_rules/',
    },
    {
      id: 'url-blocked',
      alone: true,
      when: [
        {
          text: /requests to (the local network|localhost|the loopback address|the link local network) are not allowed/,
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the instance makes no requests to local addresses',
      source: 'https://docs.gitlab.com/security/webhooks/',
    },
  ],
};

export default vendor;
