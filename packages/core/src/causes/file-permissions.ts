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
  turnedBy: {
    'path-of-file': 'hints',
    // a signature that passes on another path was made for that one
    'path-signed': 'excludes',
    // it refuses whoever asks
    'credential-other': 'excludes',
  },
  answers: { 'worked-before': 0.35 },
  guide: { file: 'explained', check: 'named' },
  references: [
    {
      title: 'Apache: 13PermissionDenied',
      url: 'https://cwiki.apache.org/confluence/display/HTTPD/13PermissionDenied',
    },
  ],
  summary: () => 'the server’s worker may not read the file or a directory above it',
  judge(c) {
    const shape = shapeOf(c);
    const quiet = silence(c);
    const at: Claim['at'] = [{ part: 'request', in: 'url' }];
    const quoted = c.evidence.all('message').find(({ fact }) => ERRNO.test(fact.text));
    if (quoted)
      return [{ weight: 'proves', says: 'the answer quotes the system: EACCES, permission denied', at: quoted.at }];
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

/** What the system calls a file that may not be opened, as programs quote it. */
const ERRNO = /\bEACCES\b|\(13: permission denied\)|\(13\) ?permission denied|\berrno 13\b/i;

export default cause;
