import { ip, type LargeKind, NOBODY, oneFile, RUNAWAY, times, words } from './kind.ts';

const caddy = (rules: string, routes: (n: number) => readonly object[]): LargeKind =>
  oneFile(
    'caddy',
    'caddy.json',
    (text) => text,
  )(rules, (n) =>
    JSON.stringify({ apps: { http: { servers: { srv: { listen: [':8080'], routes: routes(n) } } } } }, undefined, 1),
  );
const REFUSE = [{ handler: 'static_response', status_code: 403 }];
const file = oneFile('caddy', 'Caddyfile', (text) => text);
const site = (inside: string): string => `http://x.test:8080 {\n${inside}\n}`;
const after = (inside: string): string =>
  site(`${inside}\n@last path /private/*\nrespond @last 403\nroot * @DIR@/www\nfile_server`);

export const CADDY: readonly LargeKind[] = [
  caddy('path', (n) => [
    ...Array.from({ length: n }, (_, i) => ({ match: [{ path: [`/p${i}*`] }], handle: REFUSE })),
    { match: [{ path: ['/private*'] }], handle: REFUSE },
  ]),
  caddy('remote_ip', (n) => [
    {
      match: [{ remote_ip: { ranges: [...Array.from({ length: n }, (_, i) => ip(i)), '127.0.0.0/8'] } }],
      handle: REFUSE,
    },
  ]),
  caddy('header_regexp', (n) => [
    ...Array.from({ length: n }, (_, i) => ({
      match: [{ header_regexp: { 'User-Agent': { pattern: `(?i)bot${i}x` } } }],
      handle: REFUSE,
    })),
    { match: [{ header_regexp: { 'User-Agent': { pattern: 'curl' } } }], handle: REFUSE },
  ]),
  caddy('not', (n) => [
    { match: [{ not: Array.from({ length: n }, (_, i) => ({ path: [`/p${i}/*`] })) }], handle: REFUSE },
  ]),
  file('Caddyfile: path', (n) => after(times(n, (i) => `@a${i} path /x${i}/*\nrespond @a${i} 403`))),
  file('Caddyfile: path, every', (n) => site(times(n, (i) => `@a${i} path /private/*\nrespond @a${i} 403`))),
  file('Caddyfile: path_regexp', (n) => after(times(n, (i) => `@a${i} path_regexp ^/(a+)+${i}$\nrespond @a${i} 403`)), {
    path: `/private/${'a'.repeat(60)}`,
  }),
  file(
    'Caddyfile: header_regexp',
    (n) => after(times(n, (i) => `@a${i} header_regexp User-Agent (c+u+)+${i}$\nrespond @a${i} 403`)),
    RUNAWAY,
  ),
  file('Caddyfile: one matcher', (n) => site(`@a path ${words(n, (i) => `/x${i}/*`)} /private/*\nrespond @a 403`)),
  file('Caddyfile: remote_ip', (n) => site(`@a not remote_ip ${words(n, ip)}\nrespond @a 403\nfile_server`)),
  file('Caddyfile: not', (n) => site(`@a {\n${times(n, (i) => `not path /x${i}/*`)}\n}\nrespond @a 403`)),
  file('Caddyfile: handle', (n) =>
    site(`${times(n, (i) => `handle /x${i}/* {\nrespond 404\n}`)}\nhandle {\nrespond 403\n}`),
  ),
  file('Caddyfile: handle in handle', (n) =>
    site(
      `${times(n, (i) => `handle /x${i}/* {\nhandle /x${i}/y {\nrespond 404\n}\nrespond 403\n}`)}\nhandle {\nrespond 403\n}`,
    ),
  ),
  file(
    'Caddyfile: sites',
    (n) => `${times(n, (i) => `http://h${i}.test:8080 {\nrespond 404\n}`)}\n${site('respond 403')}`,
  ),
  file(
    'Caddyfile: sites, none fits',
    (n) => `${times(n, (i) => `http://h${i}.test:8080 {\nrespond 404\n}`)}\nhttp://:8080 {\nrespond 403\n}`,
    NOBODY,
  ),
  file(
    'Caddyfile: hosts',
    (n) =>
      `http://:8080 {\n${times(n, (i) => `@h${i} host h${i}.test\nhandle @h${i} {\nrespond 404\n}`)}\nhandle {\nrespond 403\n}\n}`,
    NOBODY,
  ),
  file('Caddyfile: rewrite', (n) => after(times(n, (i) => `@a${i} path /x${i}/*\nrewrite @a${i} /y${i}{uri}`))),
  file('Caddyfile: map', (n) =>
    site(
      `map {path} {bad} {\n${times(n, (i) => `/x${i} no`)}\ndefault yes\n}\n@bad expression {bad}=="yes"\nrespond @bad 403`,
    ),
  ),
  file('Caddyfile: import', (n) => `(no) {\nrespond /{args[0]}/* 403\n}\n${after(times(n, (i) => `import no x${i}`))}`),
  file('Caddyfile: hide', (n) =>
    site(`root * @DIR@/www\nfile_server {\nhide ${words(n, (i) => `h${i}.txt`)} a.txt\n}`),
  ),
];
