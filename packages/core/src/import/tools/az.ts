import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'az',
  name: 'Azure CLI',
  commands: ['az', 'azd'],
  shows: [
    /^(?:cli\.azure\.|urllib3\.connectionpool: |azure\.)/,
    /^(?:ERROR: )?\((?:AuthorizationFailed|LinkedAuthorizationFailed|InvalidAuthenticationToken\w{0,20}|AuthenticationFailed|Forbidden|RequestDisallowedByPolicy|ExpiredAuthenticationToken)\) /,
    /\bAADSTS\d{4,7}\b/,
    /^Please run ['"]az login['"]/,
    /\bazure\.core\.exceptions\.\w{3,40}/,
  ],
  before: [
    /^(?:DEBUG: )?(?:cli\.azure\.[\w.]{1,100}|azure\.core\.[\w.]{1,100}|urllib3\.connectionpool|msrest[\w.]{0,60}) ?: /,
    /^ERROR: /,
  ],
  own: [
    /^(?:Code: |Interactive authentication is needed|To re-authenticate, please run|Request (?:headers|body):$|Response (?:headers|content):$)/,
  ],
  lines: [
    {
      is: /^\((?<code>AuthorizationFailed|LinkedAuthorizationFailed|Forbidden|RequestDisallowedByPolicy)\) (?<words>.{1,4000})$/,
      status: 403,
    },
    {
      is: /^\((?<code>InvalidAuthenticationToken\w{0,20}|AuthenticationFailed|ExpiredAuthenticationToken)\) (?<words>.{1,4000})$/,
      status: 401,
    },
    { is: /^(?<words>AADSTS\d{4,7}: .{1,4000})$/, status: 401 },
    {
      is: /^Please run ['"]az login['"] to setup account/,
      status: 401,
      means: [{ cause: 'credentials-missing', weight: 'proves', says: 'the Azure CLI has no login' }],
    },
    /^Request URL: '(?<url>https?:[^']{1,4000})'/,
    /^Request method: '(?<method>[A-Z]{3,10})'/,
    /^Response status: (?<status>\d{3})/,
  ],
  fixes: {
    authentication: [{ text: 'Log in again, to the right tenant', commands: [sh`az login`, sh`az account show`] }],
    authorization: [
      {
        text: 'See as whom and in which subscription you act, and which roles that account has',
        commands: [sh`az account show`, sh`az role assignment list --all --assignee ACCOUNT`],
      },
      {
        who: 'server-admin',
        text: 'Give the account a role that holds the action at the scope that the message names: az role assignment create',
      },
    ],
    'ip-refused': [
      {
        who: 'server-admin',
        text: 'Add your address to the resource’s network rules, or go through its private endpoint',
      },
    ],
    any: [{ text: 'See as whom you act; --debug shows the exchange', commands: [sh`az account show`] }],
  },
};

export default tool;
