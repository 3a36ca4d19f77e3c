import type { CauseId } from '../../model/cause-id.ts';
import { sh } from '../../model/shell.ts';
import type { Seen, Tool } from '../../model/tool.ts';

const HEAD =
  /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d )?\[(?:error|crit|warn|alert|info)\] \d{1,10}#\d{1,10}: (?:\*\d{1,20} )?/;

/** What a message of a refusal begins with or holds, and what it means. The first that fits counts. */
const MEANINGS: readonly (readonly [RegExp, CauseId, number, string])[] = [
  [/\(13: Permission denied\)/, 'file-permissions', 403, 'nginx may not read the file, or search a directory above it'],
  [/^directory index of "/, 'directory-listing', 403, 'the directory has no index file, and listing is off'],
  [/^access forbidden by rule/, 'server-rule', 403, 'an allow or deny line of the configuration refused'],
  [/^limiting (?:requests|connections)/, 'rate-limited', 503, 'nginx counted too many requests'],
  [/^no user\/password was provided/, 'credentials-missing', 401, 'no user name and password came'],
  [
    /^user "[^"]{0,200}"(?::? password mismatch| was not found)/,
    'credentials-invalid',
    401,
    'nginx does not know this user name and password',
  ],
  [/^client sent no required SSL certificate/, 'tls-required', 400, 'no client certificate came'],
  [/ModSecurity: Access denied/, 'content-rejected', 403, 'a rule of ModSecurity matched the request'],
];

const tool: Tool = {
  id: 'nginx-error-log',
  name: 'nginx’s error log',
  shows: [HEAD],
  own: [HEAD],
  read: (lines) => lines.flatMap((line, at) => readLine(line, at)),
  fixes: {
    any: [
      {
        who: 'server-admin',
        text: 'Read the whole log, or look at the server itself',
        commands: [sh`why403 logs FILE`, sh`why403 --server URL`],
      },
    ],
  },
};

export default tool;

function readLine(line: string, at: number): readonly Seen[] {
  const head = HEAD.exec(line);
  if (!head) return [];
  const message = line.slice(head[0].length, head[0].length + 8000);
  const meaning = MEANINGS.find(([pattern]) => pattern.test(message));
  const fields = message.lastIndexOf(', client: ');
  if (!meaning || fields < 0) return [];
  const tail = message.slice(fields);
  const request = /, request: "([A-Z]{3,20}) (\S{1,4000})/.exec(tail);
  const host = /, host: "([^"]{1,253})"/.exec(tail)?.[1] ?? /, server: ([\w.-]{1,253})/.exec(tail)?.[1];
  const [, cause, status, says] = meaning;
  return [
    {
      ...(request ? { method: request[1]!, path: request[2]!.replace(/"$/, '') } : {}),
      ...(host === undefined ? {} : { host }),
      status,
      assumed: true,
      claims: [
        {
          cause,
          weight: cause === 'server-rule' ? 'suggests' : 'proves',
          says,
          at: [],
          quote: { from: 'nginx’s error log', text: message.slice(0, fields) },
          by: 'tool/nginx-error-log',
        },
      ],
      from: at,
      to: at,
    },
  ];
}
