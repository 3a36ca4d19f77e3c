import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-sts',
  name: 'AWS STS',
  role: 'identity',
  present: [{ host: /^sts\.([a-z0-9-]+\.)?amazonaws\.com$/ }, { body: 'sts.amazonaws.com/doc' }],
  refusals: [
    {
      id: 'web-identity',
      alone: true,
      when: [{ text: 'not authorized to perform sts:assumerolewithwebidentity' }],
      causes: { 'role-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the trust policy of the role does not fit the subject or audience of this token',
      fix: { who: 'api-owner', text: 'compare sub and aud of the token with the conditions of the trust policy' },
      source: 'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
    },
    {
      id: 'assume-role',
      alone: true,
      when: [
        { text: /is not authorized to perform: sts:assumerole/ },
        { not: { text: 'with an explicit deny' } },
        { not: { text: 'because no' } },
      ],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints', 'step-up-required': 'hints' },
      says: 'the trust policy of the role does not name this caller, or the caller may not assume it',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
    },
    {
      id: 'mfa',
      alone: true,
      when: [{ text: 'multifactorauthentication failed' }],
      causes: { 'step-up-required': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the one-time code did not fit',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html',
    },
    {
      id: 'web-token-expired',
      alone: true,
      when: [{ text: /\b(expiredtokenexception|expiredtoken)\b/ }, { text: /token expired: current date\/time/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the token of the identity provider is past its time',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
    },
    {
      id: 'web-token-invalid',
      alone: true,
      when: [{ text: /\b(invalididentitytoken|invalididentitytokenexception)\b/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'AWS cannot accept the token of the identity provider: issuer not registered, wrong audience or key',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
    },
    {
      id: 'provider-rejected',
      alone: true,
      when: [{ text: /\b(idprejectedclaim|idprejectedclaimexception)\b/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the identity provider says that the token is no longer good',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
    },
  ],
};

export default vendor;
