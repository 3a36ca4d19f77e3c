/** Draws from a seeded generator: the same seed gives the same configurations and requests everywhere. */
export interface Dice {
  readonly next: () => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
  readonly some: <T>(list: readonly T[], most: number) => T[];
}

/** Mulberry32: small, fast, good enough to draw cases. */
export function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const some = <T>(list: readonly T[], most: number): T[] =>
    Array.from({ length: Math.floor(next() * (most + 1)) }, () => pick(list));
  return { next, pick, chance: (share) => next() < share, some };
}

/** A file or directory of the generated site: path below the root, mode, owner, and what it is. */
export interface SiteEntry {
  readonly path: string;
  readonly kind: 'file' | 'dir' | 'link';
  readonly mode?: number;
  readonly owner?: readonly [number, number];
  readonly to?: string;
  readonly acl?: string;
}

const FILES = [
  'index.html',
  'a.html',
  'b.txt',
  'app.php',
  '.env',
  '403.html',
  'login.html',
  'docs/x.txt',
  'docs/deep/y.html',
  'img/logo.png',
  'img/index.html',
  'api/list.json',
  'admin/index.html',
  'admin/secret.txt',
  'up/file.bin',
  'closed/in.txt',
  'closed/index.html',
  'noread.txt',
  'acl.txt',
  'group.txt',
];

/** A site with some closed files, directories, links and access control lists. */
export function drawSite(dice: Dice): SiteEntry[] {
  const dirs = ['docs', 'docs/deep', 'img', 'api', 'admin', 'up', 'closed', 'empty'];
  const mode = (usual: number, others: readonly number[]): number => (dice.chance(0.8) ? usual : dice.pick(others));
  return [
    ...dirs.map(
      (path): SiteEntry => ({
        path,
        kind: 'dir',
        mode: path === 'closed' ? dice.pick([0o700, 0o750, 0o755, 0o711]) : mode(0o755, [0o711, 0o750, 0o744]),
        owner: dice.chance(0.1) ? [33, 33] : [0, 0],
      }),
    ),
    ...FILES.map(
      (path): SiteEntry => ({
        path,
        kind: 'file',
        mode: path === 'noread.txt' ? 0o600 : mode(0o644, [0o600, 0o640, 0o604, 0o444]),
        owner: path === 'group.txt' ? [0, 33] : [0, 0],
        ...(path === 'acl.txt'
          ? { acl: dice.pick(['u:www-data:---', 'u:www-data:r--', 'g:www-data:---,m::r--', 'u:www-data:rw-,m::---']) }
          : {}),
      }),
    ),
    {
      path: 'link.txt',
      kind: 'link',
      to: dice.pick(['b.txt', 'noread.txt', 'gone', 'closed/in.txt', '../outside.txt']),
    },
    { path: 'linked', kind: 'link', to: dice.pick(['docs', 'closed', 'empty']) },
    { path: 'loop', kind: 'link', to: 'loop' },
  ];
}

const PATHS = [
  '/',
  '/a.html',
  '/b.txt',
  '/app.php',
  '/.env',
  '/docs',
  '/docs/',
  '/docs/x.txt',
  '/docs/deep/',
  '/docs/deep/y.html',
  '/img/',
  '/img/logo.png',
  '/api/',
  '/api/list.json',
  '/api/none',
  '/admin/',
  '/admin/secret.txt',
  '/admin',
  '/up/file.bin',
  '/up/new.bin',
  '/closed/in.txt',
  '/closed/',
  '/closed',
  '/noread.txt',
  '/acl.txt',
  '/group.txt',
  '/link.txt',
  '/linked/',
  '/linked/x.txt',
  '/linked/in.txt',
  '/loop',
  '/loop/x',
  '/gone',
  '/gone/',
  '/empty/',
  '/b.txt/',
  '/old/page',
  '/x%2e%2e/../docs/./x.txt',
  '//docs//x.txt',
  '/%61.html',
  '/dav/new',
  '/403.html',
  '/login.html',
];
const HOSTS = ['one.test', 'www.one.test', 'two.test', 'a.two.test', 'other.test', 'img.x9.test', 'ONE.test'];
const AGENTS = ['curl/8.0', 'Mozilla/5.0 (X11) Firefox/120', 'BadBot/1.0', ''];
const REFERERS = [
  'https://one.test/page',
  'http://evil.test/',
  'https://www.one.test:8080/x',
  'about:blank',
  'https://img.x9.test/gallery/a',
];
const ORIGINS = ['https://one.test', 'https://evil.test', 'null'];
const RANGES = [
  '127.0.0.1',
  '127.0.0.0/8',
  '10.0.0.0/8',
  '192.0.2.0/24',
  '192.0.2.7',
  '::1',
  '2001:db8::/32',
  'all',
  '203.0.113.0/24',
];

/** A request as it goes over the wire. */
export interface DrawnRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** One request that may hit any of the rules. */
export function drawRequest(dice: Dice, port: number): DrawnRequest {
  const method = dice.chance(0.7) ? 'GET' : dice.pick(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'MKCOL']);
  const query = dice.chance(0.35)
    ? `?${dice.pick(['key=good', 'key=bad', 'debug=1', 'key=good&debug=0', 'KEY=good', ''])}`
    : '';
  const headers: (readonly [string, string])[] = [['Host', dice.chance(0.8) ? dice.pick(HOSTS) : `127.0.0.1:${port}`]];
  const agent = dice.pick(AGENTS);
  if (agent) headers.push(['User-Agent', agent]);
  if (dice.chance(0.5)) headers.push(['Referer', dice.pick(REFERERS)]);
  if (dice.chance(0.4)) headers.push(['Origin', dice.pick(ORIGINS)]);
  if (dice.chance(0.4))
    headers.push([
      'X-Forwarded-For',
      dice.pick(['192.0.2.7', '10.1.2.3, 192.0.2.9', '203.0.113.5, 127.0.0.1', 'junk', '2001:db8::5']),
    ]);
  if (dice.chance(0.3))
    headers.push([
      'Authorization',
      `Basic ${Buffer.from(dice.pick(['ann:right', 'ann:wrong', 'bob:sha', 'bob:no', 'eve:x', 'cid:apr'])).toString('base64')}`,
    ]);
  if (dice.chance(0.3))
    headers.push(['Cookie', dice.pick(['session=abc', 'session=; other=1', 'other=1; session=zzz'])]);
  if (dice.chance(0.3)) headers.push(['X-Forwarded-Proto', dice.pick(['https', 'http'])]);
  const body = ['POST', 'PUT', 'PATCH'].includes(method) ? 'x=1' : '';
  if (method !== 'GET' && method !== 'HEAD') headers.push(['Content-Length', String(body.length)]);
  return { method, path: dice.pick(PATHS) + query, headers, body };
}

const condition = (dice: Dice): string =>
  dice.pick([
    '$request_method = POST',
    '$request_method !~ ^(GET|HEAD|POST)$',
    '$http_user_agent ~* "bot|curl"',
    '$http_user_agent = ""',
    '$http_origin !~ "^https://one\\.test$"',
    '$invalid_referer',
    '$arg_key != good',
    '$args ~ debug',
    '$host !~* ^(www\\.)?one\\.test$',
    '$host = two.test',
    '$cookie_session = ""',
    '$cookie_session',
    '$http_x_forwarded_proto != https',
    '$bad_agent',
    '$from_lan = 0',
    '$no_write',
    '-f $request_filename',
    '!-e $request_filename',
    '-d $document_root$uri',
    '$uri ~ "^/(docs|api)/"',
    '$uri ~* \\.(png|txt)$',
    '$remote_addr ~ "^192\\.0\\."',
    '$scheme = http',
    '$site = two',
    '$flag',
    '$query_string = "key=bad"',
  ]);

const action = (dice: Dice): string =>
  dice.pick([
    'return 403;',
    'return 403;',
    'return 403;',
    'return 404;',
    'return 401;',
    'return 403 "no";',
    'return 444;',
    'return 301 /login.html;',
    'break;',
    'set $flag 1;',
    'set $flag 0;',
    'rewrite ^ /403.html break;',
    'rewrite ^/docs/(.*)$ /img/$1 last;',
    'return 410;',
  ]);

const rewriteLine = (dice: Dice): string =>
  dice.pick([
    () => `if (${condition(dice)}) { ${action(dice)} }`,
    () => `if (${condition(dice)}) { ${action(dice)} }`,
    () => `if (${condition(dice)}) { set $flag 1; }\nif ($flag) { ${action(dice)} }`,
    () =>
      `rewrite ${dice.pick(['^/old/(.*)$ /docs/x.txt', '^/gone$ /a.html last', '^/docs/(.+)$ /docs/deep/$1 break', '^/api/(\\w+)$ /api/$1.json?from=$1 last', '^(/admin)$ $1/ permanent'])};`,
  ])();

const accessLines = (dice: Dice): string[] => [
  ...dice.some(RANGES, 3).map((range) => `${dice.chance(0.6) ? 'allow' : 'deny'} ${range};`),
  ...(dice.chance(0.6) ? ['deny all;'] : []),
];

const errorPage = (dice: Dice): string =>
  dice.pick([
    'error_page 403 /403.html;',
    'error_page 403 =404 /gone;',
    'error_page 403 404 = @fallback;',
    'error_page 403 =200 /login.html;',
    'error_page 404 /404.html;',
    'error_page 403 https://one.test/;',
    'error_page 405 =200 $uri;',
    'error_page 401 =403 /403.html;',
    'error_page 404 = /index.html;',
  ]);

const content = (dice: Dice, dir: string, backend: number): string =>
  dice.pick([
    () => '',
    () => '',
    () => `try_files $uri $uri/ ${dice.pick(['=404', '=403', '/index.html', '@fallback', '/a.html?x=1', '@app'])};`,
    () => `try_files ${dice.pick(['$uri.html $uri', '$uri /docs/x.txt', '$uri/index.html $uri'])} =404;`,
    () => `proxy_pass http://127.0.0.1:${backend};`,
    () => `root ${dir}/${dice.pick(['www', 'www/docs', 'none'])};`,
    () => `alias ${dir}/www/${dice.pick(['docs/', 'img/', '', 'closed/', 'admin'])};`,
    () => 'autoindex on;',
    () => `index ${dice.pick(['x.txt', 'none.html index.html', '/a.html', 'y.html'])};`,
    () => `return ${dice.pick(['200 ok', '403', '404', '204', '301 /a.html'])};`,
    () => 'internal;',
    () => `disable_symlinks ${dice.pick(['on', 'if_not_owner', `on from=${dir}/www`])};`,
    () => `dav_methods ${dice.pick(['PUT DELETE', 'PUT', 'DELETE MKCOL'])};`,
    () => 'empty_gif;',
  ])();

function location(dice: Dice, dir: string, backend: number, depth: number, inside = ''): string {
  const prefixes = [
    '/',
    '/docs',
    '/docs/',
    '/api/',
    '/admin',
    '/admin/',
    '/img/',
    '/closed/',
    '/up/',
    '/dav/',
    '/old',
    '/docs/deep/',
  ].filter((prefix) => prefix.startsWith(inside));
  const head = dice.pick([
    () => dice.pick(prefixes),
    () => dice.pick(prefixes),
    () => `^~ ${dice.pick(prefixes)}`,
    () => `= ${dice.pick([...prefixes, '/a.html', '/admin/secret.txt'].filter((path) => path.startsWith(inside)))}`,
    () => `~ ${dice.pick(['\\.txt$', '/\\.', '\\.php$', '^/docs/(.*)$', '^/(api|admin)/'])}`,
    () => `~* ${dice.pick(['\\.(png|html)$', '^/UP/', 'SECRET'])}`,
  ])();
  const exact = head.startsWith('=');
  const regex = head.startsWith('~');
  const lines: string[] = [];
  if (dice.chance(0.35)) lines.push(...accessLines(dice));
  if (dice.chance(0.25)) lines.push(rewriteLine(dice));
  if (dice.chance(0.2))
    lines.push(
      `limit_except ${dice.pick(['GET', 'GET POST', 'POST', 'GET PUT DELETE'])} { ${accessLines(dice).join(' ') || 'deny all;'} }`,
    );
  if (dice.chance(0.15)) lines.push('auth_basic "area";', `auth_basic_user_file ${dir}/users;`);
  if (dice.chance(0.1)) lines.push(`auth_request ${dice.pick(['/auth-ok', '/auth-no', '/auth-401', '/auth-ua'])};`);
  if (dice.chance(0.12)) lines.push('satisfy any;');
  if (dice.chance(0.15)) lines.push(errorPage(dice));
  if (dice.chance(0.1))
    lines.push(
      `valid_referers ${dice.pick(['none', 'none blocked', 'server_names', 'none server_names', '*.x9.test/gallery', 'one.test', '~one\\.'])};`,
      'if ($invalid_referer) { return 403; }',
    );
  const body = content(dice, dir, backend);
  if (!(regex && (body.startsWith('alias') || body.startsWith('proxy_pass')))) lines.push(body);
  const plain = head.replace(/^\^~ /, '');
  if (depth < 2 && !exact && !regex && dice.chance(0.2)) lines.push(location(dice, dir, backend, depth + 1, plain));
  return `location ${head} {\n  ${lines.join('\n  ')}\n}`;
}

/** Drops all but the first of locations with the same head, which nginx would not take. */
function distinct(locations: readonly string[]): string[] {
  const seen = new Set<string>();
  return locations.filter((text) => {
    const head = (text.split('{')[0] as string).replace(/\^~ /, '').trim();
    if (seen.has(head)) return false;
    seen.add(head);
    return true;
  });
}

/** A whole configuration. Not every one is good: nginx itself says which, and the others are left out. */
export function drawConfig(dice: Dice, dir: string, port: number, backend: number): string {
  const server = (index: number): string => {
    const names = [
      dice.pick(['one.test www.one.test', '*.one.test one.test', '.one.test', '~^(www\\.)?one\\.test$', '_']),
      'two.test',
      dice.pick(['*.two.test', '~^img\\.(?<pic>\\w+)\\.test$', 'a.two.*', 'other.test']),
    ][index] as string;
    const lines = [
      `listen 127.0.0.1:${port}${dice.chance(0.25) && index === 1 ? ' default_server' : ''};`,
      `server_name ${names};`,
      'set $flag 0;',
      `set $site ${index === 1 ? 'two' : 'one'};`,
    ];
    if (dice.chance(0.15)) lines.push(...accessLines(dice));
    if (dice.chance(0.35)) lines.push(rewriteLine(dice));
    if (dice.chance(0.08)) lines.push(dice.pick(['return 403;', 'return 444;', 'return 404 "x";']));
    if (dice.chance(0.3)) lines.push(errorPage(dice));
    if (dice.chance(0.3)) lines.push(`index ${dice.pick(['index.html', 'index.php', 'none.html index.html'])};`);
    if (dice.chance(0.2)) lines.push('valid_referers none blocked server_names *.x9.test;');
    if (dice.chance(0.08)) lines.push('disable_symlinks if_not_owner;');
    if (dice.chance(0.1)) lines.push(`try_files $uri $uri/ =404;`);
    const count = 1 + Math.floor(dice.next() * 6);
    const locations = distinct(Array.from({ length: count }, () => location(dice, dir, backend, 0)));
    return `server {\n${lines.join('\n')}\nroot ${dir}/www;\n${locations.join('\n')}
location @fallback { ${dice.pick(['return 404;', 'root /nowhere;', 'return 403 "page";', `proxy_pass http://127.0.0.1:${backend};`])} }
location @app { proxy_pass http://127.0.0.1:${backend}; }
location = /auth-ok { return 204; }
location = /auth-no { return 403; }
location = /auth-401 { return 401; }
location = /auth-ua { if ($http_user_agent ~ Mozilla) { return 200; } return 403; }
}`;
  };
  const realIp = dice.chance(0.4)
    ? `set_real_ip_from 127.0.0.1; real_ip_header X-Forwarded-For; ${dice.chance(0.4) ? 'real_ip_recursive on; set_real_ip_from 192.0.2.0/24;' : ''}`
    : '';
  return `daemon off;
${process.geteuid?.() === 0 ? 'user www-data;' : ''}
worker_processes 1;
pid ${dir}/nginx.pid;
error_log ${dir}/error.log info;
events { worker_connections 64; }
http {
access_log off;
client_body_temp_path ${dir}/tmp-body; proxy_temp_path ${dir}/tmp-proxy; fastcgi_temp_path ${dir}/tmp-f; uwsgi_temp_path ${dir}/tmp-u; scgi_temp_path ${dir}/tmp-s;
map $http_user_agent $bad_agent { default 0; ~*bot 1; "" ${dice.pick(['0', '1'])}; }
map $request_method $no_write { default 1; GET 0; HEAD 0; post ${dice.pick(['0', '1'])}; }
geo $from_lan { default 0; 127.0.0.0/8 ${dice.pick(['0', '1'])}; 192.0.2.0/24 1; 192.0.2.7 0; }
${realIp}
${dice.chance(0.1) ? accessLines(dice).join(' ') : ''}
${server(0)}
${server(1)}
${dice.chance(0.6) ? server(2) : ''}
}
`;
}
