import { bare, roles, shapeOf } from '../model/case.ts';
import type { Cause } from '../model/cause.ts';

const cause: Cause = {
  id: 'server-rule',
  group: 'server',
  title: 'a rule of the server covers the path',
  explain:
    'A deny rule in the configuration of the web server, gateway or application covers this path for everyone: a protected directory, dot files, a location that is internal, a missing grant. No credential helps.',
  who: ['server-admin'],
  signs: {
    for: [
      'error log: access forbidden by rule, AH01630, AH01797',
      'the path is of a kind that servers protect (dot files, backups, status pages)',
      'a bare page of the web server whatever is sent',
    ],
    against: ['a sibling path passes or is refused otherwise', 'the answer changes with the credential'],
  },
  settledBy: 'the rule’s file and line',
  rivals: ['ip-refused', 'file-permissions', 'directory-listing', 'role-missing'],
  turnedBy: {
    path: 'hints',
    // a signature that passes on another path was made for that one
    'path-signed': 'excludes',
    // it refuses whoever asks
    'credential-other': 'excludes',
  },
  answers: { 'worked-before': 0.3 },
  guide: { file: 'named' },
  references: [
    { title: 'nginx: ngx_http_access_module', url: 'https://nginx.org/en/docs/http/ngx_http_access_module.html' },
    { title: 'Apache: access control', url: 'https://httpd.apache.org/docs/current/howto/access.html' },
  ],
  summary: () => 'a rule of the server’s configuration refuses this path to everyone',
  judge(c) {
    const hidden = shapeOf(c).guarded;
    const server = roles(c, 'web-server')[0];
    return [
      ...(hidden && (c.status === 403 || c.status === 404)
        ? [
            {
              weight: 'hints' as const,
              says: 'a path of a kind that servers protect',
              at: [
                {
                  part: 'request' as const,
                  in: 'url' as const,
                  start: hidden.start,
                  end: hidden.end,
                },
              ],
            },
          ]
        : []),
      ...(!hidden && shapeOf(c).api && bare(c)
        ? [
            {
              weight: 'doubts' as const,
              says: 'the path is that of an API',
              at: [{ part: 'request' as const, in: 'url' as const }],
            },
          ]
        : []),
      ...(server && bare(c) && c.status === 403 && !hidden
        ? [{ weight: 'hints' as const, says: 'a bare page of the web server', at: server.at }]
        : []),
    ];
  },
  fixes: () => [
    {
      who: 'server-admin',
      text: 'find the rule (why403 --server, on the server, names file and line) and except this path, or serve the file from elsewhere',
    },
  ],
};

export default cause;
