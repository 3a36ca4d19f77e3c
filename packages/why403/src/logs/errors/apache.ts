import type { ErrorFormat } from '../model.ts';
import { readClock } from '../time.ts';
import { MODSECURITY_WORDS } from './modsecurity-words.ts';
import { PHP_WORDS } from './php-fpm.ts';
import { tell, type Words } from './told.ts';

// Source of the codes: the APLOGNO() marks in https://github.com/apache/httpd (modules/, server/)
const WORDS: readonly Words[] = [
  ...MODSECURITY_WORDS,
  {
    is: /mod_evasive|Blacklisting address/,
    causes: ['rate-limited'],
    says: 'mod_evasive: too many requests from this client',
  },
  {
    is: /AH01630:/,
    causes: ['server-rule', 'ip-refused'],
    says: 'Apache: client denied by server configuration (a Require, not which: address, host, method, variable or plain deny)',
  },
  {
    is: /AH01797:/,
    causes: ['server-rule', 'ip-refused'],
    says: 'Apache: client denied by server configuration (Order, Allow, Deny)',
  },
  { is: /AH01276:/, causes: ['directory-listing'], says: 'Apache: no index file, and listing is off' },
  { is: /AH00035:/, causes: ['file-permissions'], says: 'Apache: a directory on the path may not be searched' },
  { is: /AH00036:|AH00132:/, causes: ['file-permissions'], says: "Apache: the file's permissions keep the server out" },
  {
    is: /AH00037:/,
    causes: ['file-permissions'],
    says: 'Apache: a symbolic link may not be followed, or its target not be reached',
  },
  { is: /AH00529:/, causes: ['file-permissions'], says: 'Apache: an .htaccess on the path cannot be read' },
  {
    is: /AH00670:/,
    causes: ['server-rule'],
    says: 'Apache: RewriteRule without FollowSymLinks or SymLinksIfOwnerMatch',
  },
  {
    is: /AH0(?:1262|1263|2809|2810):/,
    causes: ['server-rule'],
    says: 'Apache: programs may not be run here (no ExecCGI)',
  },
  { is: /AH0(?:1265|2812):/, causes: ['server-rule'], says: 'Apache: a directory was called as a program' },
  { is: /AH01623:/, causes: ['method-refused'], says: 'Apache: method denied by server configuration' },
  { is: /AH01139:/, causes: ['method-refused'], says: 'Apache: TRACE is off' },
  {
    is: /AH01614:/,
    causes: ['credentials-malformed'],
    says: 'Apache: another authentication scheme was sent than is wanted',
  },
  { is: /AH01617:|AH01792:|AH01794:/, causes: ['credentials-invalid'], says: 'Apache: wrong password' },
  { is: /AH01618:|AH01790:/, causes: ['credentials-invalid'], says: 'Apache: no such user' },
  { is: /AH01629:/, causes: ['credentials-missing'], says: 'Apache: no user was given where one is needed' },
  { is: /AH01631:/, causes: ['role-missing'], says: 'Apache: the user is known and not allowed here' },
  { is: /AH02219:/, causes: ['tls-required'], says: 'Apache: TLS is wanted here (SSLRequireSSL)' },
  { is: /AH02229:/, causes: ['server-rule'], says: 'Apache: the SSLRequire expression was not fulfilled' },
  {
    is: /AH0(?:2261|2262|2039):/,
    causes: ['tls-required'],
    says: 'Apache: no client certificate that can be verified',
  },
  ...PHP_WORDS,
];

const HEAD = /^\[([A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})? \d{4})\] \[/;

const format: ErrorFormat = {
  id: 'apache-error',
  title: 'Apache error log',
  accepts: (line) => HEAD.test(line),
  reader: () => (raw) => {
    const head = HEAD.exec(raw);
    if (!head) return undefined;
    const line = raw.slice(0, 8000);
    const told = tell(line, WORDS, 'Apache');
    if (!told) return undefined;
    const client = /\[(?:client|remote) ([^\]\s]{1,100})\]/.exec(line)?.[1] ?? '';
    const { target, file } = placeOf(line);
    return {
      wall: readClock(head[1]!),
      // 192.0.2.1:4711 and ::1:4711: the port stands behind the last colon, even for addresses without brackets
      client:
        /^[^:]*:\d{1,5}$/.test(client) || /:[^:]*:\d{1,5}$/.test(client)
          ? client.slice(0, client.lastIndexOf(':'))
          : client,
      target,
      file,
      told,
    };
  },
};

/** The path that a message names: a URL path where it says one, else a file. */
function placeOf(line: string): { target: string; file: boolean } {
  const uri =
    /\[uri "([^"]{1,2000})"\]/.exec(line)?.[1] ??
    /authentication failure for "([^"]{1,2000})"/.exec(line)?.[1] ??
    /authorization failure for "([^"]{1,2000})"/.exec(line)?.[1] ??
    /access to (\/\S{0,2000}) (?:denied|failed) \(filesystem/.exec(line)?.[1] ??
    /(?:not found|password mismatch|no authenticated user\)|wrong authentication scheme): (\/\S{0,2000})/.exec(
      line,
    )?.[1];
  if (uri) return { target: uri, file: false };
  const file =
    /(?:configuration|accessible|server access|script): (\/[^,\s]{0,2000})/.exec(line)?.[1] ??
    /Cannot serve directory (\/[^\s]{0,2000}): /.exec(line)?.[1] ??
    /Access to the script '([^']{1,2000})'/.exec(line)?.[1] ??
    /AH\d{5}: [^/]{0,200}(\/[^,:\s]{0,2000})/.exec(line)?.[1];
  // AH00529 names the .htaccess that cannot be read; what was asked for lies in or below its directory
  return { target: file?.replace(/\/\.htaccess$/, '') ?? '', file: true };
}

export default format;
