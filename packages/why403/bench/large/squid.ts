import { ip, type LargeKind, NOBODY, oneFile, RUNAWAY, times, words } from './kind.ts';

const squid = oneFile('squid', 'squid.conf', (text) => `http_port 8080\n${text}\nhttp_access deny all`);

export const SQUID: readonly LargeKind[] = [
  squid('acl', (n) => `${times(n, (i) => `acl a${i} src ${ip(i)}\nhttp_access allow a${i}`)}`),
  squid(
    'values',
    (n) => `acl bad dstdomain ${times(n, (i) => `.h${i}.test`).replaceAll('\n', ' ')} .x.test\nhttp_access deny bad`,
  ),
  squid(
    'acl of one name',
    (n) => `${times(n, (i) => `acl bad src ${ip(i)}`)}\nacl bad src 127.0.0.1\nhttp_access deny bad`,
  ),
  squid(
    'url_regex',
    (n) =>
      `${times(n, (i) => `acl bad url_regex -i ^http://(a+)+${i}$`)}\nacl bad url_regex private\nhttp_access deny bad`,
  ),
  squid('http_access', (n) => `acl a src 10.0.0.1\nacl b src 10.0.0.2\n${times(n, () => 'http_access deny a !b')}`),
  squid(
    'url_regex, runaway',
    (n) => `${times(n, (i) => `acl bad url_regex ^http://.*/(a+)+${i}$`)}\nhttp_access deny bad`,
    { path: `/${'a'.repeat(60)}` },
  ),
  squid(
    'browser, runaway',
    (n) => `${times(n, (i) => `acl b${i} browser (c+u+)+${i}$\nhttp_access deny b${i}`)}`,
    RUNAWAY,
  ),
  squid(
    'dstdom_regex',
    (n) => `${times(n, (i) => `acl bad dstdom_regex (^|\\.)h${i}\\.test$`)}\nhttp_access deny bad`,
    NOBODY,
  ),
  squid(
    'values of a file',
    () => 'acl bad dst "@DIR@/list"\nhttp_access deny bad',
    undefined,
    (n) => [['list', `${times(n, ip)}\n`]],
  ),
  squid(
    'acls of one rule',
    (n) =>
      `${times(n, (i) => `acl a${i} urlpath_regex ^/p${i}/`)}\nhttp_access allow ${words(n, (i) => `!a${i}`)} a0\n`,
  ),
  squid(
    'any-of',
    (n) =>
      `${times(n, (i) => `acl a${i} urlpath_regex ^/p${i}/`)}\nacl any any-of ${words(n, (i) => `a${i}`)}\nhttp_access allow any`,
  ),
];
