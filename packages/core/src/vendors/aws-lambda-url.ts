import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-lambda-url',
  name: 'AWS Lambda function URL',
  role: 'platform',
  present: [{ host: /\.lambda-url\.[a-z0-9-]+\.on\.aws$/ }],
  refusals: [
    {
      id: 'forbidden',
      alone: true,
      when: [{ text: 'for troubleshooting function url authorization issues' }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints', 'credentials-invalid': 'hints' },
      says: 'the policy of the function does not let this caller invoke its URL',
      fix: {
        who: 'api-owner',
        text: 'grant lambda:InvokeFunctionUrl and lambda:InvokeFunction in the policy of the function, or sign the request',
      },
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    },
    {
      id: 'bare-forbidden',
      when: [{ status: 403 }, { body: /^\{ ?"message" ?: ?"forbidden" ?\}$/ }],
      causes: {},
      usual: { 'policy-denied': 36, 'credentials-missing': 36, 'role-missing': 12, 'credentials-invalid': 8 },
      says: 'mostly AWS_IAM without a signature, or no policy statement for the public',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    },
  ],
};

export default vendor;
