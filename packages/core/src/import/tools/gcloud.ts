import type { Exchange } from '../../model/exchange.ts';
import { type ShellLine, sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'gcloud',
  name: 'gcloud',
  commands: ['gcloud', 'bq'],
  shows: [
    /^ERROR: \(gcloud\.[\w.-]{1,100}\) /,
    /\bgoogle\.api_core\.exceptions\.\w{3,40}/,
    /^'@type': type\.googleapis\.com\//,
    /^BigQuery error in /,
  ],
  before: [/^ERROR: \(gcloud\.[\w.-]{1,100}\) /, /^BigQuery error in \w{1,30} operation: /],
  own: [
    /^To search the help text of gcloud|^If you .{1,60}account|^ {2}gcloud auth login|^to obtain new credentials|^ {2}\$ gcloud |^Please run:$|^If you have already logged in/,
  ],
  lines: [
    { is: /^(?<words>PERMISSION_DENIED: .{1,4000})$/, status: 403 },
    { is: /^(?<words>UNAUTHENTICATED: .{1,4000})$/, status: 401 },
    {
      is: /^(?:ResponseError: status=\[)(?<status>\d{3}) ?(?<reason>[^\]]{0,60})\], code=\[[^\]]{0,60}\], message=\[(?<words>.{1,2000})\]$/,
    },
    { is: /^ResponseError: code=(?<status>\d{3}), message=(?<words>.{1,2000})$/ },
    {
      is: /^There was a problem refreshing your current auth tokens: (?<words>.{1,600})$/,
      status: 401,
      means: [
        { cause: 'credentials-expired', weight: 'suggests', says: 'gcloud could not renew the login that it has' },
      ],
    },
    {
      is: /^You do not currently have an active account selected/,
      status: 401,
      means: [{ cause: 'credentials-missing', weight: 'proves', says: 'gcloud has no active account' }],
    },
    /google\.api_core\.exceptions\.\w{3,40}: (?<status>\d{3}) (?:(?<method>GET|POST|PUT|PATCH|DELETE) (?<url>https?:\S{1,2000}): )?(?<words>.{1,2000})$/,
  ],
  fixes: {
    authentication: [
      {
        text: 'Log in again, and see which account is active; libraries use a login of their own',
        commands: [sh`gcloud auth login`, sh`gcloud auth list`, sh`gcloud auth application-default login`],
      },
    ],
    'feature-unavailable': [
      {
        text: 'Turn the API on in the project that is billed for the call, then wait some minutes',
        commands: (exchange) => [enable(exchange)],
      },
    ],
    authorization: [
      {
        text: 'See as whom and in which project you act',
        commands: [sh`gcloud auth list`, sh`gcloud config get-value project`],
      },
      {
        who: 'server-admin',
        text: 'Give that account a role that holds the permission: gcloud projects add-iam-policy-binding PROJECT --member=… --role=…',
      },
    ],
    any: [{ text: 'See as whom you act; --log-http shows the exchange', commands: [sh`gcloud auth list`] }],
  },
};

export default tool;

function enable({ response }: Exchange): ShellLine {
  const api = /\b([a-z][a-z0-9-]{1,60}\.googleapis\.com)\b/.exec(response?.body?.text.slice(0, 8000) ?? '')?.[1];
  return sh`gcloud services enable ${api ?? 'API'}`;
}
