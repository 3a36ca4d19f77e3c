import type { ErrorEntry, ErrorFormat } from '../model.ts';
import { readClock } from '../time.ts';
import { MODSECURITY_WORDS } from './modsecurity-words.ts';
import { PHP_WORDS } from './php-fpm.ts';
import { tell, type Words } from './told.ts';

// Source of the wording: ngx_log_error() calls in https://github.com/nginx/nginx/tree/master/src/http/modules
const WORDS: readonly Words[] = [
  {
    is: /^access forbidden by rule/,
    // The access module knows addresses only; "deny all" is a rule for everyone, and the line does not tell which it was.
    causes: ['server-rule', 'ip-refused'],
    says: 'nginx: access forbidden by rule (an allow or deny line, not which)',
  },
  {
    is: /^directory index of "[^"]*" is forbidden/,
    causes: ['directory-listing'],
    says: 'nginx: no index file, and listing is off',
  },
  {
    is: /^limiting requests,.{0,60} by zone "([^"]{0,80})"/,
    causes: ['rate-limited'],
    says: 'nginx: over the request rate of a zone',
  },
  {
    is: /^limiting connections by zone "([^"]{0,80})"/,
    causes: ['rate-limited'],
    says: 'nginx: too many connections in a zone',
  },
  {
    is: /^no user\/password was provided for basic auth/,
    causes: ['credentials-missing'],
    says: 'nginx: no user and password came',
  },
  { is: /^user "[^"]*": password mismatch/, causes: ['credentials-invalid'], says: 'nginx: wrong password' },
  { is: /^user "[^"]*" was not found in/, causes: ['credentials-invalid'], says: 'nginx: no such user' },
  {
    is: /\(13: Permission denied\)/,
    causes: ['file-permissions'],
    says: 'nginx: the worker may not read the file or search a directory above it',
  },
  {
    is: /\(40: Too many levels of symbolic links\)/,
    causes: ['file-permissions'],
    says: 'nginx: a symbolic link on the path (disable_symlinks, or a loop)',
  },
  {
    is: /^client sent no required SSL certificate/,
    causes: ['tls-required'],
    says: 'nginx: no client certificate came',
  },
  {
    is: /^client SSL certificate verify error: \(\d{1,5}:([^)]{0,60})\)/,
    causes: ['credentials-invalid'],
    says: 'nginx: the client certificate was not accepted',
  },
  {
    is: /^client sent plain HTTP request to HTTPS port/,
    causes: ['tls-required'],
    says: 'nginx: plain HTTP came to a TLS port',
  },
  { is: /^NAXSI_(?:FMT|EXLOG):/, causes: ['content-rejected'], says: 'naxsi: a rule matched the request' },
  ...MODSECURITY_WORDS,
  ...PHP_WORDS,
];

const HEAD = /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) \[\w{1,10}\] \d{1,10}#\d{1,10}: (?:\*\d{1,20} )?/;
// `May  1 10:00:00 host nginx: ` before it, where nginx logs to syslog
const SYSLOG = /^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,100} nginx(?:\[\d{1,10}\])?: /;

const format: ErrorFormat = {
  id: 'nginx-error',
  title: 'nginx error log',
  accepts: (line) => HEAD.test(line.replace(SYSLOG, '')),
  reader: () => (raw) => {
    const line = raw.startsWith('2') ? raw : raw.replace(SYSLOG, '');
    const head = HEAD.exec(line);
    if (!head) return undefined;
    const message = line.slice(head[0].length, head[0].length + 8000);
    const told = tell(message, WORDS, 'nginx');
    if (!told || /^(?:limiting|delaying) \w{1,20}, dry run/.test(message)) return undefined;
    const fields = message.lastIndexOf(', client: ');
    const tail = fields < 0 ? '' : message.slice(fields);
    const request = /, request: "([^" ]{1,30}) ([^" ]{0,4000})/.exec(tail);
    const entry: ErrorEntry = {
      wall: readClock(head[1]!),
      client: /^, client: ([^,\s]{1,100})/.exec(tail)?.[1] ?? '',
      target: request?.[2] ?? '',
      file: false,
      told,
    };
    return request ? { ...entry, method: request[1]! } : entry;
  },
};

export default format;
