import { ip, type LargeKind, NOBODY, oneFile, RUNAWAY, times, words } from './kind.ts';

const make = oneFile('nginx', 'nginx.conf', (http) => `events {}\nhttp {\n${http}\n}`);
const nginx = (rules: string, http: (n: number) => string, more?: LargeKind['files']): LargeKind =>
  make(rules, http, undefined, more);
const site = (inside: string): string => `server {\nlisten 8080;\nserver_name x.test;\nroot @DIR@/www;\n${inside}\n}`;
const servers = (n: number, name: (i: number) => string, inside: string): string =>
  times(n, (i) => `server { listen 8080; server_name ${name(i)}; ${inside} }`);

export const NGINX: readonly LargeKind[] = [
  nginx('deny', (n) => site(`location / {\n${times(n, (i) => `deny ${ip(i)};`)}\ndeny all;\n}`)),
  nginx('allow', (n) => site(`location / {\n${times(n, (i) => `allow ${ip(i)};`)}\ndeny all;\n}`)),
  nginx(
    'map of patterns',
    (n) =>
      `map $http_user_agent $bad {\ndefault 0;\n${times(n, (i) => `"~*bot${i}x" 1;`)}\n"~*curl" 1;\n}\n${site('location / { if ($bad) { return 403; } }')}`,
  ),
  nginx(
    'map of words',
    (n) =>
      `map $uri $bad {\ndefault 0;\n${times(n, (i) => `/p${i} 1;`)}\n/private/a.txt 1;\n}\n${site('location / { if ($bad) { return 403; } }')}`,
  ),
  nginx(
    'geo',
    (n) =>
      `geo $bad {\ndefault 0;\n${times(n, (i) => `${ip(i)}/32 1;`)}\n127.0.0.0/8 1;\n}\n${site('location / { if ($bad) { return 403; } }')}`,
  ),
  nginx('if', (n) =>
    site(
      `location / {\n${times(n, (i) => `if ($http_user_agent ~* "bot${i}x") { return 403; }`)}\nif ($http_user_agent ~* curl) { return 403; }\n}`,
    ),
  ),
  nginx('set', (n) =>
    site(`location / {\nset $v0 1;\n${times(n, (i) => `set $v${i + 1} $v${i};`)}\nif ($v${n}) { return 403; }\n}`),
  ),
  nginx('rewrite', (n) => site(`location / {\n${times(n, (i) => `rewrite ^/p${i}/(.*)$ /q/$1 last;`)}\ndeny all;\n}`)),
  nginx('location', (n) => site(`${times(n, (i) => `location /p${i}/ { deny all; }`)}\nlocation / { deny all; }`)),
  nginx('location ~', (n) =>
    site(`${times(n, (i) => `location ~ ^/p${i}/.*\\.php$ { deny all; }`)}\nlocation ~ ^/priv { deny all; }`),
  ),
  nginx(
    'server_name',
    (n) =>
      `${times(n, (i) => `server { listen 8080; server_name h${i}.test *.w${i}.test ~^r${i}\\.; return 404; }`)}\n${site('location / { deny all; }')}`,
  ),
  nginx('valid_referers', (n) =>
    site(
      `location / {\nvalid_referers none\n${times(n, (i) => `h${i}.test`)};\nif ($invalid_referer) { return 403; }\ndeny all;\n}`,
    ),
  ),
  nginx(
    'include',
    (n) => site(`location / {\n${times(Math.min(n, 200), (i) => `include @DIR@/part${i}.conf;`)}\ndeny all;\n}`),
    (n) =>
      Array.from({ length: Math.min(n, 200) }, (_, i) => [
        `part${i}.conf`,
        times(n / Math.min(n, 200), (j) => `deny ${ip(i * 1000 + j)};`),
      ]),
  ),
  make('hosts, none fits', (n) => servers(n, (i) => `h${i}.test`, 'location / { deny all; }'), NOBODY),
  make('hosts that return, none fits', (n) => servers(n, (i) => `h${i}.test`, 'return 403;'), NOBODY),
  make(
    'hosts with stars, none fits',
    (n) => servers(n, (i) => `*.h${i}.test w${i}.*`, 'location / { deny all; }'),
    NOBODY,
  ),
  make('hosts by pattern, none fits', (n) => servers(n, (i) => `~^(a+)+h${i}\\.test$`, 'location / { deny all; }'), {
    host: `${'a'.repeat(60)}.example`,
  }),
  make(
    'hosts, the last fits',
    (n) => `${servers(n, (i) => `h${i}.test`, 'return 404;')}\n${site('location / { deny all; }')}`,
  ),
  make(
    'hosts of many lines',
    (n) =>
      `${times(n / 10, (i) => `server {\nlisten 8080;\nserver_name h${i}.test www.h${i}.test;\nroot @DIR@/www;\nlocation / {\ntry_files $uri =404;\n}\nlocation ~ \\.php$ {\ndeny all;\n}\n}`)}`,
    NOBODY,
  ),
  make(
    'names of one host',
    (n) => `server { listen 8080; server_name ${words(n, (i) => `h${i}.test`)}; location / { deny all; } }`,
    NOBODY,
  ),
  make(
    'if, runaway',
    (n) =>
      site(`location / {\n${times(n, (i) => `if ($http_user_agent ~* "(c+u+)+${i}$") { return 403; }`)}\ndeny all;\n}`),
    RUNAWAY,
  ),
  make(
    'map, runaway',
    (n) =>
      `map $http_user_agent $bad {\ndefault 1;\n${times(n, (i) => `"~*(c+u+)+${i}$" 0;`)}\n}\n${site('if ($bad) { return 403; }')}`,
    RUNAWAY,
  ),
  make('if of two stars', (n) =>
    site(`location / {\n${times(n, (i) => `if ($http_user_agent ~* "bot${i}(.*)*x") { return 403; }`)}\ndeny all;\n}`),
  ),
  make(
    'location ~, runaway',
    (n) => site(`${times(n, (i) => `location ~ ^/(p+r*)+${i}$ { return 404; }`)}\nlocation / { deny all; }`),
    {
      path: `/${'pr'.repeat(60)}`,
    },
  ),
  make('locations in locations', (n) =>
    site(
      `location / {\n${times(n, (i) => `location /p${i}/ { location /p${i}/q { allow all; } deny all; }`)}\ndeny all;\n}`,
    ),
  ),
  make('if in if variables', (n) =>
    site(
      `set $bad 0;\n${times(n, (i) => `if ($request_uri ~ "^/p${i}") { set $bad $bad${i % 10}; }`)}\nif ($bad = 0) { return 403; }`,
    ),
  ),
  make(
    'geo of ranges',
    (n) =>
      `geo $bad {\nranges;\ndefault 1;\n${times(n, (i) => `${ip(i)}-${ip(i)} 0;`)}\n}\n${site('if ($bad) { return 403; }')}`,
  ),
  make(
    'maps of maps',
    (n) =>
      `map $uri $m0 { default 1; }\n${times(n, (i) => `map $m${i} $m${i + 1} { default $m${i}; 5 6; }`)}\n${site(`if ($m${n}) { return 403; }`)}`,
  ),
  make(
    'set_real_ip_from',
    (n) => `${times(n, (i) => `set_real_ip_from ${ip(i)};`)}\nreal_ip_header X-Real-IP;\n${site('deny all;')}`,
  ),
  make(
    'limits',
    (n) =>
      `${times(n, (i) => `limit_req_zone $binary_remote_addr zone=z${i}:1m rate=1r/s;`)}\n${site(`location / {\n${times(n, (i) => `limit_req zone=z${i};`)}\nlimit_req_status 403;\n}`)}`,
  ),
  make(
    'includes',
    (n) => site(`location / {\n${times(Math.min(n, 1000), (i) => `include @DIR@/part${i % 20}.conf;`)}\ndeny all;\n}`),
    undefined,
    (n) => Array.from({ length: 20 }, (_, i) => [`part${i}.conf`, times(n / 1000, (j) => `deny ${ip(i * 1000 + j)};`)]),
  ),
];
