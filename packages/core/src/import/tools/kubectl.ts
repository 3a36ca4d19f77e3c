import type { Exchange } from '../../model/exchange.ts';
import { type ShellLine, sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'kubectl',
  name: 'kubectl',
  commands: ['kubectl', 'oc', 'k9s'],
  shows: [
    /^(?:Error from server|error: You must be logged in to the server|Unable to connect to the server)/,
    /\bround_trippers\.go\b|^curl -v -X[A-Z]{3,7} {1,2}-H "/,
    /^(?:GET|POST|PUT|PATCH|DELETE) https?:\S{1,2000} (?:\d{3} [A-Z]\w{1,30} )?in \d{1,7} milliseconds$/,
    /"Response Body" body="/,
    /^memcache\.go:\d/,
    /is forbidden: User "/,
  ],
  before: [/^Error from server /],
  own: [
    /^(?:skipped caching|Config loaded from file|Error loading discovery|"Request Body"|HTTP Statistics|Request Headers:$|Response Headers:$|Request Body:|Starting|couldn't get)|^"Unhandled Error"|^(?:cached_discovery|memcache|shortcut|helpers|loader)\.go/,
  ],
  lines: [
    /^(?<method>GET|POST|PUT|PATCH|DELETE) (?<url>https?:\S{1,4000}?)(?: (?<status>\d{3}) (?<reason>[A-Za-z ]{1,40}) in \d{1,7} milliseconds)?$/,
    /^Response Status: (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60}?) in \d{1,7} milliseconds/,
    /^"Response" (?:verb="(?<method>[A-Z]{3,7})" url="(?<url>https?:[^"]{1,4000})" )?status="(?<status>\d{3}) ?(?<reason>[^"]{0,60})"/,
    /^"Request" verb="(?<method>[A-Z]{3,7})" url="(?<url>https?:[^"]{1,4000})"/,
    {
      is: /^\((?:Forbidden|forbidden)\): (?:error when \w{1,20} "[^"]{1,300}": )?(?:unknown$|(?<words>.{1,4000})$)/,
      status: 403,
    },
    { is: /^\((?:Unauthorized|unauthorized)\): ?(?<words>.{0,4000})$/, status: 401 },
    {
      is: /^error: You must be logged in to the server(?: \((?<words>.{1,400})\))?$/,
      status: 401,
      means: [
        {
          cause: 'credentials-invalid',
          weight: 'suggests',
          says: 'kubectl sent the credential of the current context, and the API server did not accept it',
        },
        {
          cause: 'credentials-expired',
          weight: 'suggests',
          says: 'a token or client certificate of a kubeconfig expires',
        },
      ],
    },
  ],
  fixes: {
    authentication: [
      {
        text: 'See which context and user are used, and get a fresh credential for it',
        commands: [sh`kubectl config current-context`, sh`kubectl auth whoami`],
      },
    ],
    authorization: [
      {
        text: 'Ask the API server what this user may do, and as the user that the message names',
        commands: (exchange) => canI(exchange),
      },
      {
        who: 'server-admin',
        text: 'Bind a role that has this verb on this resource to that user or service account (kubectl create rolebinding)',
      },
    ],
    'policy-denied': [
      {
        text: 'Change the object as the message says: a quota, an admission policy or Pod Security refuses it whatever the role',
        commands: [sh`kubectl describe resourcequota`, sh`kubectl get validatingwebhookconfigurations`],
      },
    ],
    any: [
      { text: 'Ask what this user may do, and show the exchange with -v=8', commands: [sh`kubectl auth can-i --list`] },
    ],
  },
};

export default tool;

/** The question to the API server that stands for the refused operation, as its message names it. */
function canI({ response }: Exchange): readonly ShellLine[] {
  const said = response?.body?.text.replaceAll('\\"', '"').slice(0, 8000) ?? '';
  const user = /User "([^"]{1,300})"/.exec(said)?.[1];
  const what =
    /cannot (\w{1,30}) resource "([^"]{1,100})"(?: in API group "([^"]{0,200})")?(?: in the namespace "([^"]{1,100})")?/.exec(
      said,
    );
  if (!what) return [sh`kubectl auth can-i --list`];
  const resource = what[3] ? `${what[2]}.${what[3]}` : what[2]!;
  const asked = ['kubectl', 'auth', 'can-i', what[1]!, resource, ...(what[4] ? ['--namespace', what[4]] : [])];
  return [sh`${asked}`, ...(user ? [sh`${[...asked, '--as', user]}`] : [])];
}
