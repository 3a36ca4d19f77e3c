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
  references: [
    { title: 'nginx: ngx_http_access_module', url: 'https://nginx.org/en/docs/http/ngx_http_access_module.html' },
    { title: 'Apache: access control', url: 'https://httpd.apache.org/docs/current/howto/access.html' },
  ],
  summary: () => 'a rule of the server’s configuration refuses this path to everyone',
  phrases: [
    {
      is: /\b(?:denied|forbidden|blocked|refused|prevented|disallowed|restricted|protected)(?: \S+){0,3} by(?: \S+){0,3} (?:server|configuration|config|rules?|htaccess|\.htaccess|location|acl|virtual host|web server|access rules?|administrative rules?|router)\b|\bserver configuration\b(?: \S+){0,4} (?:denies|denied|prevents?|forbids?|does not)\b|\bdenied by server\b|\baccess forbidden by rule\b|\bforbidden by (?:administrative )?rules?\b|\boutside of (?:\S+ ){0,4}(?:allow|serving) list\b|\bprotected (?:directory|folder|area|path|file)\b|\brestricted (?:area|directory|path|folder|zone)\b|\bdirect access (?:to this (?:file|location|script) )?(?:is )?(?:not (?:allowed|permitted)|denied|forbidden)\b|\bno direct (?:script )?access\b|\binternal (?:use )?only\b|\b(?:path|route|endpoint|url|page|file|resource|location)(?: \S+){0,3} (?:is )?(?:not (?:exposed|public|publicly)|blocked for|disabled by configuration)\b|\bcluster ?block ?exception\b|\bread-only \/ allow delete\b/,
      not: /\bip\b|\bcategor|\bfilter|\bwaf|security rule|user-agent/,
      weight: 'suggests',
      says: 'the answer speaks of a rule of the server',
    },
    {
      is: /\b(?:read|write|execute|script) access is denied\b|\bexecute access\b|\b(?:file|path|url|image|endpoint|resource|location)(?: \S+){0,3} (?:is )?(?:not allowed|forbidden by|is forbidden|not served|excluded)\b|\brouting rules? block\w*|\bcannot execute requested url\b|\brequested endpoint is forbidden\b|\bforbidden request: ?\//,
      not: /\bmethod|\bscope|\borigin|ip address|user |\btype|extension|\byour|by policy|\bmedia|\bcontent/,
      weight: 'hints',
      says: 'the answer forbids the path itself',
    },
  ],
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
