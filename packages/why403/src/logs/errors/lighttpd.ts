import type { ErrorEntry, ErrorFormat } from '../model.ts';
import { readClock } from '../time.ts';
import { tell, type Words } from './told.ts';

// Source of the wording: log_error() and log_debug() calls in https://github.com/lighttpd/lighttpd1.4/tree/master/src
const WORDS: readonly Words[] = [
  {
    is: /url denied as (?:failed to match any from access_allow|we match access_deny)/,
    causes: ['server-rule'],
    says: 'lighttpd: the path is denied by mod_access',
  },
  { is: /url denied by mod_access/, causes: ['server-rule'], says: 'lighttpd: the path is denied by mod_access' },
  { is: /password doesn't match for/, causes: ['credentials-invalid'], says: 'lighttpd: wrong user or password' },
  {
    is: /get_password failed|digest: auth failed|digest: nonce|digest: \(/,
    causes: ['credentials-invalid'],
    says: 'lighttpd: Digest credentials were not accepted',
  },
  {
    is: /decoding base64-string failed|missing ':' in |digest: (?:missing field|invalid)/,
    causes: ['credentials-malformed'],
    says: 'lighttpd: credentials that cannot be read',
  },
  {
    is: /access denied (?:due to|due) ?symlink restriction/,
    causes: ['file-permissions'],
    says: 'lighttpd: a symbolic link on the path (server.follow-symlink)',
  },
  {
    is: /NOT handling file as static file, .{0,200} forbidden/,
    causes: ['server-rule'],
    says: 'lighttpd: this file extension is not served as a file',
  },
  {
    is: /Permission denied/,
    causes: ['file-permissions'],
    says: 'lighttpd: the server may not read the file or search a directory above it',
  },
];

const HEAD =
  /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.\d{1,6})?: (?:server\[\d{1,10}\]: )?\(([\w.-]{1,60}\.c)\.\d{1,5}\) /;

const format: ErrorFormat = {
  id: 'lighttpd-error',
  title: 'lighttpd error log',
  accepts: (line) => HEAD.test(line),
  reader() {
    let pending: ErrorEntry | undefined;
    return (raw) => {
      const head = HEAD.exec(raw);
      if (!head) return undefined;
      const line = raw.slice(0, 8000);
      const told = tell(line, WORDS, 'lighttpd');
      if (!told) {
        // With debug.log-request-handling the path stands in a line of its own behind the reason.
        const uri = pending ? /\) URI +: (\/\S{0,2000})/.exec(line) : null;
        if (!uri) return undefined;
        const entry = { ...pending!, target: uri[1]! };
        pending = undefined;
        return entry;
      }
      const wall = readClock(head[1]!);
      const login = /password doesn't match for (\S{1,2000}) username: .{0,300}? IP: (\S{1,100})$/.exec(line);
      if (login) return { wall, client: login[2]!, target: login[1]!, file: false, told };
      const place = /url denied as .{0,60} (\/\S{0,2000})$/.exec(line)?.[1];
      if (place) return { wall, client: '', target: place, file: false, told };
      const file = /(\/[^\s:]{0,2000})/.exec(line.slice(head[0].length))?.[1];
      if (file) return { wall, client: '', target: file, file: true, told };
      pending = { wall, client: '', target: '', file: false, told };
      return undefined;
    };
  },
};

export default format;
