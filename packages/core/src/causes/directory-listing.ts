import { bare, roles } from '../model/case.ts';
import type { Cause } from '../model/cause.ts';

const cause: Cause = {
  id: 'directory-listing',
  group: 'server',
  title: 'a directory without an index file',
  explain:
    'The path is a directory, none of the configured index files is in it, and listing is off. A wrong document root, a build that was not deployed or a missing rewrite to the application looks the same.',
  who: ['server-admin'],
  signs: {
    for: [
      'the path ends in a slash',
      'the answer speaks of listing or browsing a directory',
      'error log: directory index of … is forbidden, AH01276',
    ],
    against: ['the path names a file', 'a named file below it is refused too'],
  },
  settledBy: 'a named file below it passes; the config',
  checklist: 'file-permissions',
  rivals: ['server-rule', 'file-permissions'],
  references: [
    { title: 'nginx: ngx_http_index_module', url: 'https://nginx.org/en/docs/http/ngx_http_index_module.html' },
    { title: 'Apache: mod_autoindex', url: 'https://httpd.apache.org/docs/current/mod/mod_autoindex.html' },
  ],
  summary: () => 'the path is a directory without an index file, and listing is off',
  phrases: [
    {
      is: /\b(?:directory|folder|dir)(?: contents?)?[ -]?(?:listings?|index(?:es|ing)?|browsing|browse|contents)\b(?: \S+){0,6} (?:denied|forbidden|not (?:allowed|permitted|enabled)|disabled|prohibited|off|unavailable)\b|\b(?:not (?:allowed|permitted|configured|authorized)|denied|forbidden|disabled|cannot|does not allow|unable)(?: \S+){0,5} (?:list|listing|browse|index)(?:ing)?(?: \S+){0,3} (?:directory|folder|contents|directories|files)\b|\bdirectory index (?:of|is|forbidden)\b|\blist(?:ing)? (?:of )?(?:the )?(?:contents of this directory|directory contents|directories)\b|\bdirectory listing (?:denied|not allowed|forbidden|disabled)\b|\bno (?:matching )?(?:directory ?index|index file|default document)\b|\bdirectory has no index\b|\bdefault document is not configured\b/,
      weight: 'suggests',
      says: 'the answer speaks of listing a directory',
    },
  ],
  judge(c) {
    const path = c.exchange.request.url.split(/[?#]/, 1)[0]!.replace(/^[a-z]+:\/\/[^/]*/i, '');
    const directory = path === '' || path.endsWith('/');
    const server = roles(c, 'web-server')[0];
    const file = /\.[a-z0-9]{1,5}$/i.test(path);
    return [
      ...(directory && server && bare(c) && c.safe && c.status === 403
        ? [
            {
              weight: 'hints' as const,
              says: 'a bare page of the web server for a directory',
              at: [{ part: 'request' as const, in: 'url' as const }],
            },
          ]
        : []),
      ...(directory && !server && bare(c) && c.safe && c.status === 403 && path.length > 1
        ? [
            {
              weight: 'hints' as const,
              says: 'the path is that of a directory',
              at: [{ part: 'request' as const, in: 'url' as const }],
            },
          ]
        : []),
      ...(file
        ? [
            {
              weight: 'doubts' as const,
              says: 'the path names a file',
              at: [{ part: 'request' as const, in: 'url' as const }],
            },
          ]
        : []),
      ...(!c.safe
        ? [
            {
              weight: 'doubts' as const,
              says: 'only GET and HEAD list directories',
              at: [{ part: 'request' as const, in: 'method' as const }],
            },
          ]
        : []),
    ];
  },
  fixes: () => [
    {
      who: 'server-admin',
      text: 'put an index file there, name the right one in index or DirectoryIndex, or correct root; switch listing on only for directories that are meant to be browsed',
    },
  ],
};

export default cause;
