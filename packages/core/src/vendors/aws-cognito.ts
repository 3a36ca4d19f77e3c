import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-cognito',
  name: 'Amazon Cognito',
  role: 'identity',
  present: [{ host: /^cognito-(idp|identity)\./ }, { host: /\.auth\.[a-z0-9-]+\.amazoncognito\.com$/ }],
  refusals: [
    {
      id: 'password',
      when: [{ text: /\bnotauthorizedexception\b/ }, { text: 'incorrect username or password' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'user name or password is wrong',
      source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [
        { text: /\bnotauthorizedexception\b/ },
        { text: /(access|refresh|id) token has expired|invalid login token\. token expired/ },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the token of the user pool is past its time',
      source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html',
    },
    {
      id: 'token-revoked',
      alone: true,
      when: [
        { text: /\bnotauthorizedexception\b/ },
        { text: /(access|refresh) token has been revoked|invalid (access|refresh) token/ },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token was revoked or is none of this pool',
      source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html',
    },
    {
      id: 'scope',
      alone: true,
      when: [{ text: 'access token does not have required scopes' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the access token lacks aws.cognito.signin.user.admin',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html',
    },
    {
      id: 'secret-hash-missing',
      alone: true,
      when: [{ text: /is configured (for|with) secret but secret_hash was not received/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the app client has a secret, and no secret hash came',
      source: 'https://repost.aws/knowledge-center/cognito-unable-to-verify-secret-hash',
    },
    {
      id: 'secret-hash',
      alone: true,
      when: [{ text: /unable to verify secret hash for client/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the app client has a secret, and the secret hash is wrong',
      source: 'https://repost.aws/knowledge-center/cognito-unable-to-verify-secret-hash',
    },
    {
      id: 'attempts',
      alone: true,
      when: [{ text: 'password attempts exceeded' }],
      causes: { 'rate-limited': 'proves' },
      says: 'too many failed logins; the account waits',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html',
    },
    {
      id: 'unauthenticated-identity',
      alone: true,
      when: [{ text: 'unauthenticated access is not supported for this identity pool' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the identity pool takes signed-in users only',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
    },
    {
      id: 'flow-disabled',
      alone: true,
      when: [{ text: /(user_password_auth|auth) flow not enabled for this client/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the app client does not allow this way to log in',
      source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html',
    },
    {
      id: 'user-disabled',
      when: [{ text: /\bnotauthorizedexception\b/ }, { text: /user is disabled|user is not confirmed/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the user is switched off in the pool',
      source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html',
    },
    {
      id: 'reset-required',
      alone: true,
      when: [{ text: /\bpasswordresetrequiredexception\b/ }],
      causes: { 'step-up-required': 'proves' },
      says: 'the password must be set anew first',
      source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html',
    },
  ],
};

export default vendor;
