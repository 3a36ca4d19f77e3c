import { shapeOf, silence } from '../model/case.ts';
import type { Cause, Claim } from '../model/cause.ts';

const cause: Cause = {
  id: 'file-permissions',
  group: 'server',
  title: 'the server may not read the file',
  explain:
    'The web server’s worker may not read the file, or may not search one of the directories above it: mode, owner, group, ACL, SELinux or AppArmor, a symbolic link policy, a sandbox of the service. One directory without x on the way is enough.',
  who: ['server-admin'],
  signs: {
    for: [
      'error log: (13: Permission denied), AH00035, AH00132',
      'one file is refused among others that are served',
      'a bare page of the web server',
    ],
    against: ['an application or API answers', 'the answer changes with the credential'],
  },
  settledBy: 'the walk along the path as the worker’s user',
  checklist: 'file-permissions',
  rivals: ['server-rule', 'directory-listing', 'ip-refused'],
  references: [
    {
      title: 'Apache: 13PermissionDenied',
      url: 'https://cwiki.apache.org/confluence/display/HTTPD/13PermissionDenied',
    },
  ],
  summary: () => 'the server’s worker may not read the file or a directory above it',
  phrases: [
    {
      is: /\b13: permission denied\b/,
      weight: 'suggests',
      says: 'the system refused to open the file',
    },
    {
      is: /\(13: permission denied\)|\(13\) ?permission denied|\berrno 13\b|\beacces\b/,
      weight: 'proves',
      says: 'the answer quotes the system: EACCES, permission denied',
    },
    {
      is: /\bpermission denied\b[:]?(?: \S+){0,6} (?:file|directory|path|open|read|access|searching|stat)\b|\b(?:open|read|opening|reading|stat|access|fopen|opendir|file_get_contents|include|require|write|create|save|move|copy|delete|unlink)\b\(?(?: \S+){0,8} permission denied\b|\beacces\b|\bsearch permissions? (?:are|is) missing\b|\bfile permissions? (?:deny|denied|are|do not|prevent)\b|\bfailed to open stream\b|\b(?:unable|not able|could not|cannot|can't|failed) to (?:read|open|access|write|create|stat)(?: \S+){0,3} (?:htaccess|\.htaccess|file|directory|folder|script)\b|\b(?:file|folder|directory|script) (?:is )?not (?:readable|writable|executable)\b|\bread-protected or not readable\b|\bnot readable by the server\b|\binsufficient (?:file|filesystem|file system) permissions?\b|\boperation not permitted\b|\bread access (?:is )?(?:forbidden|denied)\b|\bsymbolic link not allowed\b/,
      not: /kubernetes|rpc error|resource/,
      weight: 'suggests',
      says: 'the answer speaks of file permissions',
    },
  ],
  judge(c) {
    const shape = shapeOf(c);
    const quiet = silence(c);
    const at: Claim['at'] = [{ part: 'request', in: 'url' }];
    if (shape.api) return [{ weight: 'doubts', says: 'the path is that of an API', at }];
    return quiet && quiet !== 'object' && shape.file && !shape.guarded && c.safe && c.status === 403
      ? [{ weight: 'hints', says: 'a refusal without a reason, for a file', at }]
      : [];
  },
  fixes: () => [
    {
      who: 'server-admin',
      text: 'on the server: namei -l on the file’s full path shows the component that blocks; grant just that to the worker’s group (chmod o+x or an ACL for one directory; chmod 644 only where the file’s own mode is at fault)',
      commands: [],
    },
  ],
};

export default cause;
