import { APACHE_CODES } from '../../shared/apache-codes.ts';
import type { ErrorFormat } from '../model.ts';
import { readClock } from '../time.ts';
import { MODSECURITY_WORDS } from './modsecurity-words.ts';
import { PHP_WORDS } from './php-fpm.ts';
import { tell, type Words } from './told.ts';

const WORDS: readonly Words[] = [
  ...MODSECURITY_WORDS,
  {
    is: /mod_evasive|Blacklisting address/,
    causes: ['rate-limited'],
    says: 'mod_evasive: too many requests from this client',
  },
  ...APACHE_CODES.map(
    ({ codes, causes, says }): Words => ({
      is: new RegExp(`(?:${codes.join('|')}):`),
      causes,
      says: `Apache: ${says}`,
    }),
  ),
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
