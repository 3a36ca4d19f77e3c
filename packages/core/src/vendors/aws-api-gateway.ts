import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-api-gateway',
  name: 'AWS API Gateway',
  role: 'gateway',
  present: [
    { host: /\.execute-api\.[a-z0-9-]+\.amazonaws\.com/ },
    { header: 'x-amz-apigw-id' },
    { header: 'apigw-requestid' },
    {
      header: 'x-amzn-errortype',
      is: /missingauthenticationtoken|forbiddenexception|invalidapikey|incompletesignature|unauthorizedexception/i,
    },
  ],
  refusals: [
    {
      id: 'unknown-resource',
      alone: true,
      when: [
        { body: /^\s*\{\s*"message"\s*:\s*"missing authentication token"\s*\}\s*$/ },
        { status: 403 },
        { not: { text: 'request is missing authentication token' } },
        { not: { host: /^(?!s3[.-])[a-z0-9-]+\.([a-z0-9-]+\.)?amazonaws\.com$/ } },
      ],
      causes: {
        'object-hidden': 'proves',
        'credentials-missing': 'hints',
        'not-403': 'hints',
        'method-refused': 'hints',
      },
      says: 'API Gateway says this for a path or method that it does not know (and for unsigned calls to an IAM method)',
      fix: { who: 'caller', text: 'check stage, path (no or one trailing slash) and method; deploy the stage again' },
      source: 'https://repost.aws/knowledge-center/api-gateway-authentication-token-errors',
    },
    {
      id: 'forbidden-with-key',
      when: [{ status: 403 }, { body: /^\{ ?"message" ?: ?"forbidden" ?\}$/ }, { sent: 'x-api-key' }],
      causes: {
        'scope-insufficient': 'suggests',
        'credentials-invalid': 'hints',
        'host-rejected': 'hints',
        'content-rejected': 'hints',
        'ip-refused': 'hints',
      },
      says: 'the API key came and is wrong, disabled, or not in a usage plan of this stage',
      fix: { who: 'api-owner', text: 'tie the key to a usage plan, and the plan to this API and stage' },
      source: 'https://repost.aws/knowledge-center/api-gateway-403-error-lambda-authorizer',
    },
    {
      id: 'forbidden',
      when: [{ status: 403 }, { body: /^\{ ?"message" ?: ?"forbidden" ?\}$/ }, { not: { sent: 'x-api-key' } }],
      causes: {},
      usual: {
        'credentials-missing': 34,
        'object-hidden': 26,
        'policy-denied': 12,
        'ip-refused': 12,
        'credentials-invalid': 6,
        'client-refused': 3,
      },
      says: 'mostly a missing API key, or a path or stage that does not exist',
      source:
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-troubleshooting-403-forbidden.html',
    },
    {
      id: 'api-key-unknown',
      alone: true,
      when: [{ text: 'invalid api key identifier specified' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'no such API key',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
    },
    {
      id: 'authorizer-explicit-deny',
      alone: true,
      when: [{ text: 'user is not authorized to access this resource with an explicit deny' }],
      causes: { 'policy-denied': 'suggests', 'credentials-invalid': 'hints', 'role-missing': 'hints' },
      says: 'the Lambda authoriser answered with a Deny policy (or a cached one for another path)',
      source: 'https://repost.aws/knowledge-center/api-gateway-403-error-lambda-authorizer',
    },
    {
      id: 'authorizer-deny',
      alone: true,
      when: [{ text: 'user is not authorized to access this resource' }, { not: { text: 'with an explicit deny' } }],
      causes: { 'role-missing': 'suggests', 'credentials-invalid': 'hints', 'policy-denied': 'hints' },
      says: 'the policy that the authoriser gave does not cover this method and path',
      fix: {
        who: 'api-owner',
        text: 'let the authoriser allow the whole stage, or switch its cache off: a policy for one path is reused for the next',
      },
      source: 'https://repost.aws/knowledge-center/api-gateway-403-error-lambda-authorizer',
    },
    {
      id: 'resource-policy-anonymous',
      alone: true,
      when: [
        { text: /user: anonymous is not authorized to perform: execute-api:invoke/ },
        { not: { text: 'with an explicit deny' } },
      ],
      causes: { 'credentials-missing': 'suggests', 'ip-refused': 'hints', 'policy-denied': 'hints' },
      says: 'the call is unsigned, and the policy of the API does not let it in',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
    },
    {
      id: 'resource-policy-deny',
      alone: true,
      when: [{ text: /is not authorized to perform: execute-api:invoke/ }, { text: 'with an explicit deny' }],
      causes: { 'ip-refused': 'suggests', 'policy-denied': 'suggests' },
      says: 'a deny of the resource policy covers this call: mostly by address or VPC endpoint',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html',
    },
    {
      id: 'invoke-not-allowed',
      alone: true,
      when: [
        { text: /user: arn:[^ ]{1,300} is not authorized to perform: execute-api:invoke/ },
        { not: { text: 'with an explicit deny' } },
      ],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints' },
      says: 'this role may not invoke the API',
      source:
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ text: 'the incoming token has expired' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the Cognito or JWT token is past its time',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
    },
    {
      id: 'unauthorized',
      when: [{ status: 401 }, { body: /^\{ ?"message" ?: ?"unauthorized" ?\}$/ }],
      causes: { 'credentials-invalid': 'hints', 'credentials-missing': 'hints', 'credentials-expired': 'hints' },
      says: 'the authoriser found no token, or one that it cannot accept',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
    },
    {
      id: 'unknown-operation',
      alone: true,
      when: [{ text: 'unable to determine service/operation name to be authorized' }],
      causes: { 'object-hidden': 'suggests', 'credentials-malformed': 'hints', 'method-refused': 'hints' },
      says: 'AWS cannot tell which operation this path and method mean',
      source: 'https://github.com/aws/aws-sdk-js/issues/2432',
    },
    {
      id: 'limit-exceeded',
      alone: true,
      when: [{ body: /"limit exceeded"/ }, { status: 429 }],
      causes: { 'rate-limited': 'proves' },
      says: 'the quota of the usage plan is used up',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
    },
  ],
};

export default vendor;
