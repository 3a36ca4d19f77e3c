import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-iam',
  name: 'AWS IAM',
  role: 'api',
  present: [
    { header: 'x-amzn-requestid' },
    { host: /^(?!s3[.-])[a-z0-9-]+\.([a-z0-9-]+\.)?amazonaws\.com$/ },
    { host: /^[a-z0-9-]+\.[a-z0-9-]+\.api\.aws$/ },
  ],
  refusals: [
    {
      id: 'no-identity-policy',
      alone: true,
      when: [{ text: 'because no identity-based policy allows the' }],
      causes: { 'role-missing': 'proves' },
      says: 'no policy of this user or role allows the action',
      fix: { who: 'api-owner', text: 'allow the named action on the named resource in a policy of the user or role' },
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    },
    {
      id: 'no-resource-policy',
      alone: true,
      when: [{ text: 'because no resource-based policy allows the' }],
      causes: { 'role-missing': 'proves' },
      says: 'the policy of the resource itself does not let this caller in',
      fix: { who: 'api-owner', text: 'add the caller to the policy of the resource (and of its KMS key)' },
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    },
    {
      id: 'no-guardrail-policy',
      alone: true,
      when: [
        {
          text: /because no (service control policy|resource control policy|permissions boundary|vpc endpoint policy) allows the/,
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'a guardrail above the role (organisation, boundary or endpoint policy) does not allow the action',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    },
    {
      id: 'no-session-policy',
      alone: true,
      when: [{ text: 'because no session policy allows the' }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints', 'policy-denied': 'hints' },
      says: 'the session was opened with a policy that is narrower than the role',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    },
    {
      id: 'explicit-deny',
      alone: true,
      when: [{ text: /is not authorized to perform:? (?!execute-api:|es:eshttp)/ }, { text: 'with an explicit deny' }],
      causes: { 'policy-denied': 'proves', 'step-up-required': 'hints', 'ip-refused': 'hints' },
      says: 'a policy denies this outright; no grant can outweigh it',
      fix: {
        who: 'api-owner',
        text: 'find the deny statement in the kind of policy that the message names, and its condition (MFA, address, region)',
      },
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    },
    {
      id: 'not-authorized',
      alone: true,
      when: [
        { text: /is not authorized to perform:? (?!execute-api:|es:eshttp|sts:assumerole|the required aws)/ },
        {
          not: {
            text: /with an explicit deny|aws marketplace actions|because no (identity|resource|session|permissions|service|vpc)/,
          },
        },
      ],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints', 'scope-insufficient': 'hints' },
      says: 'this user or role is not allowed the named action on the named resource',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    },
    {
      id: 'unauthorized-operation',
      alone: true,
      when: [
        { code: ['UnauthorizedOperation', 'Client.UnauthorizedOperation'] },
        { not: { text: 'is not authorized to perform' } },
      ],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints' },
      says: 'EC2 does not allow this user or role the operation',
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [{ text: 'the security token included in the request is invalid' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints', 'credentials-expired': 'hints' },
      says: 'the access key or session token is unknown: deleted, of another partition, or the session token is left out',
      fix: {
        who: 'caller',
        text: 'send the session token with temporary keys (ASIA...), and check that the key still exists in this account',
      },
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [
        {
          text: /the security token included in the request is expired|the provided token has expired\. request signature expired/,
        },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the temporary credentials are past their time',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html',
    },
    {
      id: 'signature-expired',
      alone: true,
      when: [{ text: /signature (expired|not yet current): [0-9]{8}t[0-9]{6}z is/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the signing time is too far from the clock of AWS',
      fix: { who: 'caller', text: 'set the clock of the machine that signs' },
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html',
    },
    {
      id: 'signature-mismatch',
      alone: true,
      when: [{ text: 'check your aws secret access key and signing method' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints' },
      says: 'the signature was not made with the secret of this key, or over another request',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html',
    },
    {
      id: 'credential-scope',
      alone: true,
      when: [{ text: /credential should be scoped to (a valid region|correct service)/ }],
      causes: { 'credentials-malformed': 'proves' },
      says: 'the credential scope of the signature names another region or service',
      fix: { who: 'caller', text: 'sign for the region and service of the endpoint' },
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
    },
    {
      id: 'incomplete-signature',
      alone: true,
      when: [
        {
          text: /authorization header requires 'credential' parameter|not a valid key=value pair \(missing equal-sign\) in authorization header/,
        },
      ],
      causes: { 'credentials-malformed': 'suggests', 'object-hidden': 'hints' },
      says: 'AWS expects a Signature Version 4 here and was sent another kind of Authorization',
      fix: { who: 'caller', text: 'sign with SigV4, or check that path and method exist and use another authoriser' },
      source: 'https://repost.aws/knowledge-center/api-gateway-authentication-token-errors',
    },
    {
      id: 'auth-failure',
      alone: true,
      when: [{ text: 'aws was not able to validate the provided access credentials' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-expired': 'hints' },
      says: 'the access key is wrong, or the clock is off',
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
    },
    {
      id: 'not-subscribed',
      alone: true,
      when: [{ code: /(^|#)(optinrequired|subscriptionrequired(exception)?)$/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the account is not signed up for this service',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html',
    },
    {
      id: 'region-disabled',
      alone: true,
      when: [{ code: ['RegionDisabledException'] }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the region is not enabled for the account',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    },
    {
      id: 'missing-token',
      when: [
        { text: /missing authentication token/ },
        { host: /^(?!s3[.-])[a-z0-9-]+\.([a-z0-9-]+\.)?amazonaws\.com$/ },
      ],
      causes: { 'credentials-missing': 'suggests', 'credentials-malformed': 'hints' },
      says: 'the request to this AWS service is not signed',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html',
    },
    {
      id: 'throttled',
      alone: true,
      when: [
        { code: /(^|#)(throttlingexception|throttling|requestlimitexceeded|provisionedthroughputexceededexception)$/ },
      ],
      causes: { 'rate-limited': 'proves' },
      says: 'the rate of calls is over the limit of this account',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html',
    },
    {
      id: 'kms-key',
      alone: true,
      when: [
        {
          text: /the ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access/,
        },
      ],
      causes: { 'role-missing': 'suggests', 'object-hidden': 'hints' },
      says: 'the KMS key of the data is closed to this caller, or lies elsewhere',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html',
    },
  ],
};

export default vendor;
