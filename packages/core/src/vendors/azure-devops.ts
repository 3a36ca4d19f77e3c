import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-devops',
  name: 'Azure DevOps',
  role: 'source-host',
  present: [
    { host: 'dev.azure.com' },
    { host: 'visualstudio.com' },
    { header: 'x-tfs-processid' },
    { header: 'x-tfs-serviceerror' },
  ],
  refusals: [
    {
      id: 'anonymous',
      alone: true,
      when: [{ text: 'tf400813: resource not available for anonymous access' }],
      causes: { 'credentials-missing': 'proves', 'credentials-invalid': 'hints' },
      says: 'no login came with the call',
      source: 'https://github.com/microsoft/azure-devops-python-api/issues/373',
    },
    {
      id: 'not-authorized',
      alone: true,
      when: [{ text: /tf400813: the user '[^']{0,120}' is not authorized to access this resource/ }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'hints', 'credentials-invalid': 'hints' },
      says: 'the user or token has no access to this organisation or resource',
      source: 'https://learn.microsoft.com/en-us/azure/devops/organizations/security/troubleshoot-permissions',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ text: 'the personal access token used has expired' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the personal access token is past its date',
      source: 'https://learn.microsoft.com/en-us/azure/devops/organizations/security/troubleshoot-permissions',
    },
    {
      id: 'permission-needed',
      alone: true,
      when: [
        {
          text: /needs the following permission\(s\) (on the resource [^ ]{0,120} )?to perform this action|you need the git '[a-z]{2,40}' permission to perform this action|lacks permission to complete this action\. you need to have/,
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the account lacks the permission that the message names',
      source: 'https://learn.microsoft.com/en-us/azure/devops/organizations/security/troubleshoot-permissions',
    },
    {
      id: 'repository-hidden',
      alone: true,
      when: [{ text: /(tf401019|vs800075|tf200016): / }],
      causes: { 'object-hidden': 'suggests', 'role-missing': 'hints' },
      says: 'no such repository or project for this account',
      fix: {
        who: 'api-owner',
        text: 'let the build read the repository: project settings, job authorisation scope, build service identity',
      },
      source: 'https://learn.microsoft.com/en-us/azure/devops/repos/git/',
    },
    {
      id: 'sign-in-first',
      alone: true,
      when: [{ text: 'tf401444' }],
      causes: { 'step-up-required': 'proves' },
      says: 'the account must sign in once with a browser',
      source: 'https://learn.microsoft.com/en-us/azure/devops/organizations/security/troubleshoot-permissions',
    },
    {
      id: 'conditional-access',
      alone: true,
      when: [{ text: 'vs403463' }],
      causes: { 'policy-denied': 'proves', 'ip-refused': 'hints', 'step-up-required': 'hints' },
      says: 'a conditional access policy of the tenant refuses this login',
      source:
        'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/change-application-access-policies',
    },
    {
      id: 'branch-policy',
      alone: true,
      when: [{ text: 'tf402455' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the branch takes changes by pull request only',
      source: 'https://learn.microsoft.com/en-us/azure/devops/repos/git/branch-policies',
    },
    {
      id: 'sign-in-page',
      when: [{ status: 203 }],
      causes: {
        'credentials-invalid': 'suggests',
        'credentials-missing': 'hints',
        'credentials-expired': 'hints',
        'not-403': 'hints',
      },
      says: 'a 203 with the sign-in page stands for a token that was not accepted',
      source: 'https://github.com/microsoft/azure-devops-python-api/issues/373',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'dev.azure.com' }, { host: 'visualstudio.com' }] }],
      causes: {},
      usual: {
        'credentials-expired': 30,
        'credentials-invalid': 24,
        'credentials-malformed': 16,
        'scope-insufficient': 14,
        'credentials-missing': 8,
        'policy-denied': 4,
      },
      says: 'mostly a token past its date, of another organisation, or not sent as Basic with an empty user name',
      source:
        'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'dev.azure.com' }, { host: 'visualstudio.com' }] }],
      causes: {},
      usual: { 'role-missing': 44, 'scope-insufficient': 20, 'policy-denied': 14, 'feature-unavailable': 8 },
      says: "mostly the caller's permissions in the project or its access level",
      source:
        'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    },
    {
      id: 'usual',
      when: [{ status: 404 }, { any: [{ host: 'dev.azure.com' }, { host: 'visualstudio.com' }] }],
      causes: {},
      usual: {
        'object-hidden': 40,
        'role-missing': 24,
        'credentials-invalid': 10,
        'scope-insufficient': 8,
        'credentials-missing': 8,
      },
      says: 'mostly a project that the token cannot see, or another organisation',
      source: 'https://github.com/microsoft/azure-devops-python-api/issues/373',
    },
  ],
};

export default vendor;
