import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-bedrock',
  name: 'Amazon Bedrock',
  role: 'api',
  present: [{ host: /^bedrock[a-z-]*\./ }],
  refusals: [
    {
      id: 'model-access',
      alone: true,
      when: [{ text: "you don't have access to the model with the specified model id" }],
      causes: { 'feature-unavailable': 'proves', 'role-missing': 'hints' },
      says: 'the account has no access to this model in this region',
      fix: { who: 'api-owner', text: 'ask for access to the model in the console of this region' },
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
    },
    {
      id: 'marketplace',
      alone: true,
      when: [
        {
          text: /model access is denied due to iam user or service role is not authorized to perform the required aws marketplace actions/,
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the role may not subscribe to the model in the marketplace',
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
    },
    {
      id: 'payment',
      alone: true,
      when: [{ text: 'model access is denied due to invalid_payment_instrument' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account has no payment method that fits the marketplace',
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
    },
    {
      id: 'use-case',
      alone: true,
      when: [{ text: 'model use case details have not been submitted for this account' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the use case form for this provider was never sent in',
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
    },
    {
      id: 'account-not-authorized',
      alone: true,
      when: [{ text: 'your account is not authorized to invoke this api operation' }],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'hints' },
      says: 'AWS has not opened this operation to the account',
      source: 'https://repost.aws/knowledge-center/bedrock-invokemodel-api-error',
    },
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 36,
        'role-missing': 34,
        'policy-denied': 10,
        'credentials-invalid': 8,
        'credentials-expired': 5,
      },
      says: 'mostly access to the model was not requested in this region, or IAM lacks bedrock:InvokeModel',
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
    },
  ],
};

export default vendor;
