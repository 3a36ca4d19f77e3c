import { ip, type LargeKind, NOBODY, oneFile, RUNAWAY, times, words } from './kind.ts';

const haproxy = oneFile(
  'haproxy',
  'haproxy.cfg',
  (inside) =>
    `defaults\n  mode http\nfrontend f\n  bind :8080\n${inside}\n  default_backend b\nbackend b\n  server s 127.0.0.1:9`,
);

export const HAPROXY: readonly LargeKind[] = [
  haproxy(
    'acl',
    (n) =>
      `${times(n, (i) => `  acl a${i} path_beg /p${i}\n  http-request deny if a${i}`)}\n  acl z path_beg /private\n  http-request deny if z`,
  ),
  haproxy(
    'acl of one name',
    (n) => `${times(n, (i) => `  acl bad src ${ip(i)}`)}\n  acl bad src 127.0.0.0/8\n  http-request deny if bad`,
  ),
  haproxy(
    'deny if pattern',
    (n) =>
      `${times(n, (i) => `  http-request deny if { req.hdr(User-Agent) -m reg -i bot${i}x }`)}\n  http-request deny if { req.hdr(User-Agent) -m sub curl }`,
  ),
  haproxy(
    'use_backend',
    (n) =>
      `${times(n, (i) => `  use_backend b if { hdr(host) -i h${i}.test }`)}\n  http-request deny if { path_beg /private }`,
  ),
  haproxy(
    'path_reg, runaway',
    (n) => `${times(n, (i) => `  acl a${i} path_reg ^/(a+)+${i}$\n  http-request deny if a${i}`)}\n  http-request deny`,
    {
      path: `/${'a'.repeat(60)}`,
    },
  ),
  haproxy(
    'hdr_reg, runaway',
    (n) => `${times(n, (i) => `  http-request deny if { hdr_reg(User-Agent) (c+u+)+${i}$ }`)}\n  http-request deny`,
    RUNAWAY,
  ),
  haproxy(
    'hosts',
    (n) => `${times(n, (i) => `  acl h hdr(host) -i h${i}.test`)}\n  http-request deny unless h`,
    NOBODY,
  ),
  haproxy('values of one line', (n) => `  acl h src ${words(n, ip)}\n  http-request deny if !h`),
  haproxy(
    'values of a file',
    () => `  acl h src -f @DIR@/list\n  http-request deny if !h`,
    undefined,
    (n) => [['list', `${times(n, ip)}\n`]],
  ),
  haproxy(
    'acls of one rule',
    (n) =>
      `${times(n, (i) => `  acl a${i} path_beg /p${i}`)}\n  http-request deny if ${words(n - 1, (i) => `a${i} or`)} !a${n - 1}`,
  ),
  haproxy('allow', (n) => `${times(n, (i) => `  http-request allow if { src ${ip(i)} }`)}\n  http-request deny`),
  haproxy(
    'set-var',
    (n) =>
      `${times(n, (i) => `  http-request set-var(txn.v${i}) path`)}\n  http-request deny if { var(txn.v${n - 1}) -m beg /private }`,
  ),
  haproxy(
    'backends',
    (n) =>
      `  use_backend b${n - 1} if { path_beg /private }\n${times(n, (i) => `backend b${i}\n  http-request deny if { path_beg /private }`)}\nfrontend g\n  bind :9`,
  ),
  haproxy(
    'frontends',
    (n) =>
      `  http-request deny if { path_beg /private }\n${times(n, (i) => `frontend f${i}\n  bind :${10_000 + i}\n  http-request deny`)}`,
  ),
  haproxy(
    'maps',
    () => `  http-request deny if { path,map_beg(@DIR@/map,none) -m str bad }`,
    undefined,
    (n) => [['map', `${times(n, (i) => `/p${i} ok`)}\n/private bad\n`]],
  ),
];
