import { ip, type LargeKind, NOBODY, oneFile, RUNAWAY, times, words } from './kind.ts';

const one = (server: string, name: string, rules: string, text: (n: number) => string): LargeKind =>
  oneFile(server, name, (whole) => whole)(rules, text);
const lighttpd = oneFile(
  'lighttpd',
  'lighttpd.conf',
  (text) =>
    `server.port = 8080\nserver.document-root = "@DIR@/www"\nserver.modules = ( "mod_access", "mod_rewrite", "mod_redirect" )\n${text}`,
);

export const LIGHTTPD: readonly LargeKind[] = [
  one(
    'lighttpd',
    'lighttpd.conf',
    'url',
    (n) =>
      `server.port = 8080\nserver.document-root = "@DIR@/www"\nserver.modules = ( "mod_access" )\n${times(n, (i) => `$HTTP["url"] =~ "^/p${i}/" { url.access-deny = ( "" ) }`)}\n$HTTP["url"] =~ "^/private/" { url.access-deny = ( "" ) }\n`,
  ),
  one(
    'lighttpd',
    'lighttpd.conf',
    'remoteip',
    (n) =>
      `server.port = 8080\nserver.document-root = "@DIR@/www"\nserver.modules = ( "mod_access" )\n${times(n, (i) => `$HTTP["remoteip"] == "${ip(i)}" { url.access-deny = ( "" ) }`)}\n$HTTP["remoteip"] == "127.0.0.1" { url.access-deny = ( "" ) }\n`,
  ),
  one(
    'lighttpd',
    'lighttpd.conf',
    'else',
    (n) =>
      `server.port = 8080\nserver.document-root = "@DIR@/www"\nserver.modules = ( "mod_access" )\n$HTTP["host"] == "none.test" { }\n${times(n, (i) => `else $HTTP["host"] == "h${i}.test" { url.access-deny = ( "" ) }`)}\nelse $HTTP["host"] =~ "x" { url.access-deny = ( "" ) }\n`,
  ),
  one(
    'lighttpd',
    'lighttpd.conf',
    'variable',
    (n) =>
      `server.port = 8080\nvar.v0 = "/private"\n${times(n, (i) => `var.v${i + 1} = var.v${i}`)}\nserver.document-root = "@DIR@/www"\nserver.modules = ( "mod_access" )\n$HTTP["url"] =~ "^/private/" { url.access-deny = ( "" ) }\n`,
  ),
  lighttpd(
    'url, runaway',
    (n) =>
      `${times(n, (i) => `$HTTP["url"] =~ "^/(a+)+${i}$" { url.access-deny = ( "" ) }`)}\n$HTTP["url"] =~ "^/a" { url.access-deny = ( "" ) }`,
    {
      path: `/${'a'.repeat(60)}`,
    },
  ),
  lighttpd(
    'useragent, runaway',
    (n) =>
      `${times(n, (i) => `$HTTP["useragent"] =~ "(c+u+)+${i}$" { url.access-deny = ( "" ) }`)}\nurl.access-deny = ( "" )`,
    RUNAWAY,
  ),
  lighttpd(
    'host',
    (n) =>
      `${times(n, (i) => `$HTTP["host"] == "h${i}.test" { server.document-root = "/srv/h${i}" }`)}\nurl.access-deny = ( "" )`,
    NOBODY,
  ),
  lighttpd(
    'host by pattern',
    (n) =>
      `${times(n, (i) => `$HTTP["host"] =~ "(^|\\.)h${i}\\.test$" { url.access-deny = ( "" ) }`)}\n$HTTP["host"] !~ "x" { url.access-deny = ( "" ) }\nurl.access-deny = ( "" )`,
    NOBODY,
  ),
  lighttpd(
    'nested',
    (n) =>
      `${times(n, (i) => `$HTTP["host"] == "x.test" { $HTTP["url"] =~ "^/p${i}/" { $HTTP["remoteip"] == "10.0.0.1" { url.access-deny = ( "" ) } } }`)}\n$HTTP["url"] =~ "^/private/" { url.access-deny = ( "" ) }`,
  ),
  lighttpd('access-deny', (n) => `url.access-deny = ( ${words(n, (i) => `".p${i}",`)} ".txt" )`),
  lighttpd(
    'rewrite',
    (n) =>
      `url.rewrite-once = ( ${words(n, (i) => `"^/p${i}/(.*)$" => "/q/$1",`)} "^/none$" => "/x" )\n$HTTP["url"] =~ "^/private/" { url.access-deny = ( "" ) }`,
  ),
  lighttpd(
    'include',
    (n) =>
      `${times(Math.min(n, 200), (i) => `include "@DIR@/part${i}.conf"`)}\n$HTTP["url"] =~ "^/private/" { url.access-deny = ( "" ) }`,
    undefined,
    (n) =>
      Array.from({ length: Math.min(n, 200) }, (_, i) => [
        `part${i}.conf`,
        times(n / Math.min(n, 200), (j) => `$HTTP["url"] =~ "^/p${i}/${j}/" { url.access-deny = ( "" ) }`),
      ]),
  ),
];
