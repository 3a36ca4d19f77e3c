import { REQUEST, shapeOf, silence } from '../model/case.ts';
import type { Cause, Claim } from '../model/cause.ts';

const URL: Claim['at'] = [{ part: 'request', in: 'url' }];

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
  turnedBy: {
    'path-of-directory': 'hints',
    // a signature that passes on another path was made for that one
    'path-signed': 'excludes',
    // it refuses whoever asks
    'credential-other': 'excludes',
  },
  guide: { file: 'named' },
  references: [
    { title: 'nginx: ngx_http_index_module', url: 'https://nginx.org/en/docs/http/ngx_http_index_module.html' },
    { title: 'Apache: mod_autoindex', url: 'https://httpd.apache.org/docs/current/mod/mod_autoindex.html' },
  ],
  summary: () => 'the path is a directory without an index file, and listing is off',
  judge(c) {
    const shape = shapeOf(c);
    const quiet = silence(c);
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    if (shape.directory && quiet && quiet !== 'object' && c.safe && c.status === 403 && !shape.api)
      claims.push({ weight: 'hints', says: 'a refusal without a reason, for the path of a directory', at: URL });
    if (shape.file) claims.push({ weight: 'doubts', says: 'the path names a file', at: URL });
    if (shape.api) claims.push({ weight: 'doubts', says: 'the path is that of an API', at: URL });
    if (!c.safe && c.method !== 'request')
      claims.push({ weight: 'doubts', says: 'only GET and HEAD list directories', at: REQUEST });
    return claims;
  },
  fixes: () => [
    {
      who: 'server-admin',
      text: 'put an index file there, name the right one in index or DirectoryIndex, or correct root; switch listing on only for directories that are meant to be browsed',
    },
  ],
};

export default cause;
