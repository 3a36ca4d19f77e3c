import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { CauseId } from '@why403/core';
import { expect } from 'vitest';
import type { DrawnRequest } from '../bench/nginx-generate.ts';

/** A configuration, a request that real nginx refuses by it, and what has to be said of that. */
export interface Case {
  readonly title: string;
  /** Of the http block. */
  readonly http: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly before?: (dir: string) => void;
  readonly prepare?: (dir: string) => void;
  readonly after?: (dir: string) => void;
  readonly request: Partial<DrawnRequest>;
  readonly status: number;
  readonly cause: CauseId;
  /** A part of the deciding line as it is quoted. */
  readonly quote: string;
  /** Whether a fix by commands is offered; then it must let the real request through. */
  readonly fix: boolean;
  readonly root?: boolean;
}

/** A server block with a site, and what stands before it in the http block. */
export const server = (text: string, before = ''): string =>
  `${before}\nserver { listen 127.0.0.1:@PORT@; server_name _; root @DIR@/www; set $blocked 0;\n${text}\n}`;
const header = (name: string, value: string): Partial<DrawnRequest> => ({ path: '/a.txt', headers: [[name, value]] });
const past = Math.floor(Date.now() / 1000) - 100;
const signed = createHash('md5').update(`${past}/a.txt key`).digest('base64url');

export const CASES: readonly Case[] = [
  {
    title: 'a path that is closed to everyone',
    http: server('location ~ /\\.(git|svn) {\n deny all;\n}'),
    files: { 'www/.git/config': 'x' },
    request: { path: '/.git/config' },
    status: 403,
    cause: 'server-rule',
    quote: 'deny all;',
    fix: true,
  },
  {
    title: 'words in a cookie',
    http: server('if ($http_cookie ~* "union.*select") { return 403; }'),
    request: header('Cookie', 'session=1; q=union+select'),
    status: 403,
    cause: 'content-rejected',
    quote: 'return 403;',
    fix: true,
  },
  {
    title: 'words in a cookie, by a map',
    http: server('if ($bad) { return 403; }', 'map $http_cookie $bad { ~union 1; default 0; }'),
    request: header('Cookie', 'session=1; q=union+select'),
    status: 403,
    cause: 'content-rejected',
    quote: 'return 403;',
    fix: true,
  },
  {
    title: 'a cookie that none of the patterns fits',
    http: server('if ($http_cookie !~ "session=[a-f]+") { return 403; }'),
    request: header('Cookie', 'session=1'),
    status: 403,
    cause: 'credentials-invalid',
    quote: 'return 403;',
    fix: false,
  },
  {
    title: 'an address that is not on the list',
    http: server('location / {\n allow 10.0.0.0/8;\n deny all;\n}'),
    request: { path: '/a.txt' },
    status: 403,
    cause: 'ip-refused',
    quote: 'deny all;',
    fix: true,
  },
  {
    title: 'an address that is refused one level up',
    http: server('deny 127.0.0.0/8;\nlocation / { index index.html; }'),
    request: { path: '/a.txt' },
    status: 403,
    cause: 'ip-refused',
    quote: 'deny 127.0.0.0/8;',
    fix: true,
  },
  {
    title: 'an address by a geo block',
    http: server('if ($inside = 0) { return 403; }', 'geo $inside { default 1; 127.0.0.1 0; }'),
    request: { path: '/a.txt' },
    status: 403,
    cause: 'ip-refused',
    quote: 'return 403;',
    fix: true,
  },
  {
    title: 'a method by limit_except',
    http: server('location /api/ { limit_except GET { deny all; } return 200 ok; }'),
    request: { method: 'DELETE', path: '/api/1', headers: [['Content-Length', '0']] },
    status: 403,
    cause: 'method-refused',
    quote: 'limit_except GET { deny all; }',
    fix: true,
  },
  {
    title: 'a method by a condition',
    http: server(
      'location /api/ {\nif ($request_method !~ ^(GET|HEAD|POST)$) { return 403; }\nproxy_pass http://127.0.0.1:@PORT@/ok/; }\nlocation /ok/ { return 200 ok; }',
    ),
    request: { method: 'PUT', path: '/api/1', headers: [['Content-Length', '0']] },
    status: 403,
    cause: 'method-refused',
    quote: 'if ($request_method',
    fix: true,
  },
  {
    title: 'a program by its User-Agent',
    http: server('if ($http_user_agent ~* "wget|python-requests") { return 403; }'),
    request: header('User-Agent', 'python-requests/2.31'),
    status: 403,
    cause: 'client-refused',
    quote: 'if ($http_user_agent',
    fix: true,
  },
  {
    title: 'a program by a map of User-Agents',
    http: server(
      'location / {\n if ($bad) {\n  return 403;\n }\n}',
      'map $http_user_agent $bad {\n default 0;\n ~*(scrapy|crawl) 1;\n}',
    ),
    request: header('User-Agent', 'Scrapy/2.1'),
    status: 403,
    cause: 'client-refused',
    quote: 'return 403;',
    fix: true,
  },
  {
    title: 'a hot link',
    http: server(
      'location ~ \\.txt$ {\n valid_referers none blocked server_names *.shop.test;\n if ($invalid_referer) { return 403; }\n}',
    ),
    request: header('Referer', 'https://other.test/page'),
    status: 403,
    cause: 'origin-rejected',
    quote: 'if ($invalid_referer)',
    fix: true,
  },
  {
    title: 'an Origin that is on no list',
    http: server(
      'if ($origin_ok = 0) { return 403; }',
      'map $http_origin $origin_ok { default 0; "" 1; "https://shop.test" 1; }',
    ),
    request: header('Origin', 'https://shop.example'),
    status: 403,
    cause: 'origin-rejected',
    quote: 'if ($origin_ok',
    fix: true,
  },
  {
    title: 'a host that no server knows',
    http: `${server('return 403;').replace('server_name _', 'server_name ""')}\nserver { listen 127.0.0.1:@PORT@; server_name shop.test;\nroot @DIR@/www; }`,
    request: header('Host', 'www.shop.test'),
    status: 403,
    cause: 'host-rejected',
    quote: 'return 403;',
    fix: true,
  },
  {
    title: 'a host by a condition',
    http: server('if ($host !~ ^(www\\.)?shop\\.test$) { return 403; }'),
    request: header('Host', 'cdn.shop.test'),
    status: 403,
    cause: 'host-rejected',
    quote: 'if ($host',
    fix: true,
  },
  {
    title: 'plain HTTP where the proxy in front spoke no TLS',
    http: server('if ($http_x_forwarded_proto != "https") { return 403; }'),
    request: header('X-Forwarded-Proto', 'http'),
    status: 403,
    cause: 'tls-required',
    quote: 'if ($http_x_forwarded_proto',
    fix: true,
  },
  {
    title: 'a missing key in a header',
    http: server('if ($http_x_api_key = "") { return 403; }'),
    request: { path: '/a.txt' },
    status: 403,
    cause: 'credentials-missing',
    quote: 'if ($http_x_api_key',
    fix: false,
  },
  {
    title: 'a wrong key in a header',
    http: server('if ($http_x_api_key != "k-123") { return 403; }'),
    request: header('X-Api-Key', 'k-124'),
    status: 403,
    cause: 'credentials-invalid',
    quote: 'if ($http_x_api_key',
    fix: false,
  },
  {
    title: 'no login',
    http: server('location / { auth_basic "area"; auth_basic_user_file @DIR@/users; }'),
    files: { users: 'ann:{PLAIN}x\n' },
    request: { path: '/a.txt' },
    status: 401,
    cause: 'credentials-missing',
    quote: 'auth_basic',
    fix: false,
  },
  {
    title: 'a wrong password',
    http: server('location / { auth_basic "area"; auth_basic_user_file @DIR@/users; }'),
    files: { users: 'ann:{PLAIN}x\n' },
    request: header('Authorization', `Basic ${btoa('ann:y')}`),
    status: 401,
    cause: 'credentials-invalid',
    quote: 'auth_basic',
    fix: false,
  },
  {
    title: 'a sub-request that asks for a cookie',
    http: server(
      'location / { auth_request /check; }\nlocation = /check { internal; if ($cookie_session = "") { return 403; } return 204; }',
    ),
    request: { path: '/a.txt' },
    status: 403,
    cause: 'credentials-missing',
    quote: 'auth_request /check;',
    fix: false,
  },
  {
    title: 'a signed link that is too old',
    http: server(
      'location / { secure_link $arg_md5,$arg_e;\n secure_link_md5 "$secure_link_expires$uri key";\n if ($secure_link = "") { return 403; }\n if ($secure_link = "0") { return 403; } }',
    ),
    request: { path: `/a.txt?md5=${signed}&e=${past}` },
    status: 403,
    cause: 'credentials-expired',
    quote: 'if ($secure_link = "0")',
    fix: false,
  },
  {
    title: 'a signed link without its signature',
    http: server(
      'location / { secure_link $arg_md5,$arg_e;\n secure_link_md5 "$secure_link_expires$uri key";\n if ($secure_link = "") { return 403; } }',
    ),
    request: { path: '/a.txt' },
    status: 403,
    cause: 'credentials-missing',
    quote: 'if ($secure_link = "")',
    fix: false,
  },
  {
    title: 'a directory without an index',
    http: server(''),
    files: { 'www/photos/1.jpg': 'x' },
    request: { path: '/photos/' },
    status: 403,
    cause: 'directory-listing',
    quote: 'server {',
    fix: true,
  },
  {
    title: 'a directory with another index, found through try_files',
    http: server('index index.php;\nlocation / { try_files $uri $uri/ =404; }'),
    files: { 'www/doc/index.htm': 'doc' },
    request: { path: '/doc/' },
    status: 403,
    cause: 'directory-listing',
    quote: 'index index.php;',
    fix: true,
  },
  {
    title: 'a location by name that says no to everyone',
    http: server('error_page 404 @none;\nlocation @none { return 403; }'),
    request: { path: '/gone' },
    status: 403,
    cause: 'server-rule',
    quote: 'return 403;',
    fix: false,
  },
  {
    title: 'a variable that several conditions build',
    http: server(
      `set $deny "";\nif ($request_method = POST) { set $deny "P"; }\nif ($http_origin !~ "^https://shop\\.test$") { set $deny "\${deny}O"; }\nif ($deny = PO) { return 403; }\nlocation / { return 200 ok; }`,
    ),
    request: {
      method: 'POST',
      path: '/a.txt',
      body: 'x',
      headers: [
        ['Origin', 'https://evil.test'],
        ['Content-Length', '1'],
      ],
    },
    status: 403,
    cause: 'origin-rejected',
    quote: 'if ($deny = PO)',
    fix: true,
  },
  {
    title: 'a query argument',
    http: server('if ($args ~* "(union|select)") { return 403; }'),
    request: { path: '/a.txt?q=select+1' },
    status: 403,
    cause: 'content-rejected',
    quote: 'if ($args',
    fix: true,
  },
  {
    title: 'an internal location',
    http: server('location /files/ { internal; }'),
    files: { 'www/files/x': 'x' },
    request: { path: '/files/x' },
    status: 404,
    cause: 'server-rule',
    quote: 'internal;',
    fix: true,
  },
  {
    title: 'a refusal behind the page of a 404',
    http: server('location /export/ { deny all; error_page 403 =404 /none; }'),
    files: { 'www/export/x': 'x' },
    request: { path: '/export/x' },
    status: 404,
    cause: 'server-rule',
    quote: 'deny all;',
    fix: true,
  },
  {
    title: 'a static file that is posted to',
    http: server(''),
    request: { method: 'POST', path: '/a.txt', body: 'x', headers: [['Content-Length', '1']] },
    status: 405,
    cause: 'not-403',
    quote: 'server {',
    fix: false,
  },
  {
    title: 'a file that the worker cannot read',
    http: server(''),
    prepare: (dir) => chmodSync(join(dir, 'www/a.txt'), 0o600),
    request: { path: '/a.txt' },
    status: 403,
    cause: 'file-permissions',
    quote: '-rw------- root root',
    fix: true,
    root: true,
  },
  {
    title: 'a directory that the worker cannot search, two levels up',
    http: server(''),
    files: { 'www/home/me/public/x.txt': 'x' },
    prepare: (dir) => chmodSync(join(dir, 'www/home/me'), 0o700),
    request: { path: '/home/me/public/x.txt' },
    status: 403,
    cause: 'file-permissions',
    quote: 'drwx------ root root',
    fix: true,
    root: true,
  },
  {
    title: 'a link of another owner',
    http: server('disable_symlinks if_not_owner from=$document_root;'),
    prepare: (dir) => {
      symlinkSync('a.txt', join(dir, 'www/l.txt'));
      chownSync(join(dir, 'www/a.txt'), 33, 33);
    },
    request: { path: '/l.txt' },
    status: 403,
    cause: 'file-permissions',
    quote: 'disable_symlinks',
    fix: true,
    root: true,
  },
  {
    title: 'an address that a proxy tells of',
    http: server(
      'set_real_ip_from 127.0.0.1; real_ip_header X-Forwarded-For; real_ip_recursive on;\nlocation / { deny 192.0.2.0/24; allow all; }',
    ),
    request: header('X-Forwarded-For', '192.0.2.9, 127.0.0.1'),
    status: 403,
    cause: 'ip-refused',
    quote: 'deny 192.0.2.0/24;',
    fix: true,
  },
  {
    title: 'a file that the worker may not delete',
    http: server('location /up/ { dav_methods PUT DELETE; }'),
    files: { 'www/up/x': 'x' },
    request: { method: 'DELETE', path: '/up/x', headers: [['Content-Length', '0']] },
    status: 403,
    cause: 'file-permissions',
    quote: 'drwxr-xr-x root root',
    fix: true,
    root: true,
  },
  {
    title: 'a rule of the server behind this one',
    http: `upstream app { server 127.0.0.1:@PORT@; }
${server('location /api/ { proxy_set_header Host back.test; proxy_pass http://app/v1/; }')}
server { listen 127.0.0.1:@PORT@; server_name back.test; root @DIR@/www;
location /v1/ {
allow 10.0.0.0/8;
deny all;
} }`,
    files: { 'www/v1/x': 'x' },
    request: { path: '/api/x' },
    status: 403,
    cause: 'ip-refused',
    quote: 'deny all;',
    fix: true,
  },
  {
    title: 'a rule in a file that is included by a link, which stays a link',
    http: 'include @DIR@/enabled/*;',
    files: {
      'enabled/.keep': '',
      'available/site': 'server { listen 127.0.0.1:@PORT@; root @DIR@/www;\n location /a { deny all; }\n}\n',
    },
    before: (dir) => symlinkSync('../available/site', join(dir, 'enabled/site')),
    request: { path: '/a.txt' },
    status: 403,
    cause: 'server-rule',
    quote: 'deny all;',
    fix: true,
    after: (dir) => expect(lstatSync(join(dir, 'enabled/site')).isSymbolicLink()).toBe(true),
  },
  {
    title: 'a rule in an included file',
    http: server('include @DIR@/conf.d/*.conf;'),
    files: { 'conf.d/10-deny.conf': '# closed\nlocation /a {\n  return 403;\n}\n' },
    request: { path: '/a.txt' },
    status: 403,
    cause: 'server-rule',
    quote: 'return 403;',
    fix: true,
  },
];
