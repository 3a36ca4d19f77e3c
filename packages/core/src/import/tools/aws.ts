import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'aws',
  name: 'AWS CLI',
  commands: ['aws', 'sam', 'cdk', 'eksctl'],
  shows: [
    /An error occurred \(\w{3,60}\) when calling the \w{3,80} operation/,
    /\bfatal error: An error occurred \(\d{3}\)/,
    /\bbotocore\.(?:exceptions|errorfactory)\b/,
    /^Unable to locate credentials|^The SSO session associated with this profile has expired|^Error loading SSO Token|^upload failed: |^download failed: /,
    /\bapi error (?:AccessDenied|ExpiredToken|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|UnauthorizedOperation|AuthFailure)\w{0,20}/,
  ],
  lines: [
    {
      is: /An error occurred \((?<status>403)\) when calling the (?<operation>\w{3,80}) operation(?: \([^)]{1,60}\))?: (?<reason>Forbidden)/,
    },
    {
      is: /(?<words>An error occurred \((?:AccessDenied\w{0,30}|UnauthorizedOperation|Client\.UnauthorizedOperation|AuthorizationError\w{0,20}|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidClientTokenId|UnrecognizedClientException|AuthFailure|OptInRequired|ExpiredToken\w{0,20}|InvalidToken\w{0,20}|RequestExpired|RequestTimeTooSkewed|KMS\.\w{1,60}|Forbidden\w{0,20}|NotAuthorized\w{0,20}|MissingAuthenticationToken\w{0,20}|IncompleteSignature\w{0,20}|InvalidSignature\w{0,20})\) when calling the \w{3,80} operation(?: \([^)]{1,60}\))?: .{0,4000})$/,
      status: 403,
    },
    {
      is: /^Unable to locate credentials/,
      status: 403,
      means: [
        { cause: 'credentials-missing', weight: 'proves', says: 'the AWS CLI found no credential and sent nothing' },
      ],
    },
    {
      is: /^(?:The SSO session associated with this profile has expired|Error loading SSO Token)/,
      status: 403,
      means: [{ cause: 'credentials-expired', weight: 'proves', says: 'the SSO session of this profile has expired' }],
    },
    /StatusCode: (?<status>\d{3}), RequestID: [\w-]{1,80}, (?:HostID: \S{0,200}, )?(?<words>.{1,2000})$/,
  ],
  fixes: {
    'credentials-expired': [
      {
        text: 'Log in again (for SSO), or get a fresh session token',
        commands: [sh`aws sso login`, sh`aws sts get-caller-identity`],
      },
    ],
    authentication: [
      {
        text: 'See whose credential is used, and where it comes from',
        commands: [sh`aws sts get-caller-identity`, sh`aws configure list`],
      },
    ],
    authorization: [
      {
        text: 'See as whom you act: that principal needs the permission, in its policy and, for another account, in the resource’s policy',
        commands: [sh`aws sts get-caller-identity`],
      },
      {
        who: 'server-admin',
        text: 'Allow the action that the message names on that resource, and look for an explicit deny (SCP, permission boundary, endpoint policy)',
      },
    ],
    'object-hidden': [
      {
        text: 'Without s3:ListBucket a missing object is a 403 too: check the key',
        commands: [sh`aws sts get-caller-identity`],
      },
    ],
    any: [{ text: 'See as whom you act; --debug shows the exchange', commands: [sh`aws sts get-caller-identity`] }],
  },
};

export default tool;
