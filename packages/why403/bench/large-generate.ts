/** Configurations of many rules of one kind, for each server: as bot lists, address lists and generated hosts are in the field. */

/** One kind of rule. Files are told by name; `@DIR@` stands for their folder. The first is the configuration. */
export interface LargeKind {
  readonly server: string;
  readonly rules: string;
  readonly files: (n: number) => readonly (readonly [name: string, text: string])[];
}

const times = (n: number, one: (i: number) => string): string => Array.from({ length: n }, (_, i) => one(i)).join('\n');
const ip = (i: number): string => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;

const nginx = (rules: string, http: (n: number) => string, more: LargeKind['files'] = () => []): LargeKind => ({
  server: 'nginx',
  rules,
  files: (n) => [['nginx.conf', `events {}\nhttp {\n${http(n)}\n}\n`], ...more(n)],
});
const site = (inside: string): string => `server {\nlisten 8080;\nserver_name x.test;\nroot @DIR@/www;\n${inside}\n}`;

const apache = (rules: string, text: (n: number) => string): LargeKind => ({
  server: 'apache',
  rules,
  files: (n) => [
    [
      'apache2.conf',
      `ServerRoot @DIR@\nListen 8080\nServerName x.test\nDocumentRoot @DIR@/www\nLoadModule authz_core_module modules/mod_authz_core.so\nLoadModule authz_host_module modules/mod_authz_host.so\nLoadModule rewrite_module modules/mod_rewrite.so\nLoadModule setenvif_module modules/mod_setenvif.so\nLoadModule alias_module modules/mod_alias.so\nLoadModule access_compat_module modules/mod_access_compat.so\n${text(n)}\n`,
    ],
  ],
});
const root = (inside: string): string => `<Directory @DIR@/www>\n${inside}\n</Directory>`;
const OPEN = root('Require all granted');

const one = (server: string, name: string, rules: string, text: (n: number) => string): LargeKind => ({
  server,
  rules,
  files: (n) => [[name, text(n)]],
});
const caddy = (rules: string, routes: (n: number) => readonly object[]): LargeKind =>
  one('caddy', 'caddy.json', rules, (n) =>
    JSON.stringify({ apps: { http: { servers: { srv: { listen: [':8080'], routes: routes(n) } } } } }, undefined, 1),
  );
const REFUSE = [{ handler: 'static_response', status_code: 403 }];
/** In the language of Caddy itself, which caddy adapts. */
const caddyfile = (rules: string, inside: (n: number) => string): LargeKind =>
  one('caddy', 'Caddyfile', rules, (n) => `:8080 {\n${inside(n)}\n}\n`);
const haproxy = (rules: string, inside: (n: number) => string): LargeKind =>
  one(
    'haproxy',
    'haproxy.cfg',
    rules,
    (n) =>
      `defaults\n  mode http\nfrontend f\n  bind :8080\n${inside(n)}\n  default_backend b\nbackend b\n  server s 127.0.0.1:9\n`,
  );
const squid = (rules: string, text: (n: number) => string): LargeKind =>
  one('squid', 'squid.conf', rules, (n) => `http_port 8080\n${text(n)}\nhttp_access deny all\n`);
const varnish = (rules: string, text: (n: number) => string): LargeKind =>
  one('varnish', 'default.vcl', rules, (n) => `vcl 4.1;\nbackend default { .host = "127.0.0.1"; }\n${text(n)}\n`);
const recv = (inside: string): string => `sub vcl_recv {\n${inside}\n}`;
const tinyproxy = (rules: string, text: (n: number) => string, more: LargeKind['files'] = () => []): LargeKind => ({
  server: 'tinyproxy',
  rules,
  files: (n) => [['tinyproxy.conf', `Port 8080\nMaxClients 10\n${text(n)}\n`], ...more(n)],
});
const tomcat = (rules: string, valve: (n: number) => string, web: (n: number) => string): LargeKind => ({
  server: 'tomcat',
  rules,
  files: (n) => [
    [
      'conf/server.xml',
      `<Server><Service name="Catalina"><Connector port="8080"/><Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps">\n${valve(n)}\n</Host></Engine></Service></Server>\n`,
    ],
    ['webapps/ROOT/WEB-INF/web.xml', `<web-app>\n${web(n)}\n</web-app>\n`],
  ],
});

export const LARGE: readonly LargeKind[] = [
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
  nginx('servers that refuse, none by this name', (n) =>
    times(n, (i) => `server { listen 8080; server_name h${i}.test; location / { deny all; } }`),
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
  apache('Require ip', (n) => root(times(n, (i) => `Require ip ${ip(i)}`))),
  apache('Require ip, one line', (n) => root(`Require ip ${times(n, ip).replaceAll('\n', ' ')}`)),
  apache('Require not ip', (n) =>
    root(
      `<RequireAll>\nRequire all granted\n${times(n, (i) => `Require not ip ${ip(i)}`)}\nRequire not ip 127.0.0.1\n</RequireAll>`,
    ),
  ),
  apache('Require expr', (n) => root(times(n, (i) => `Require expr "%{HTTP_USER_AGENT} =~ /bot${i}x/"`))),
  apache('nested Require', (n) =>
    root(
      `${times(n, () => '<RequireAny>').slice(0, 12 * 13)}\nRequire ip 10.0.0.1\n${times(Math.min(n, 12), () => '</RequireAny>')}\n${times(n, (i) => `<RequireAll>\nRequire ip ${ip(i)}\nRequire method GET\n</RequireAll>`)}`,
    ),
  ),
  apache('Deny from', (n) =>
    root(`Order allow,deny\nAllow from all\n${times(n, (i) => `Deny from ${ip(i)}`)}\nDeny from 127.0.0.1`),
  ),
  apache(
    'SetEnvIf',
    (n) =>
      `${times(n, (i) => `SetEnvIfNoCase User-Agent "bot${i}x" bad`)}\nSetEnvIf User-Agent curl bad\n${root('<RequireAll>\nRequire all granted\nRequire not env bad\n</RequireAll>')}`,
  ),
  apache(
    'BrowserMatch',
    (n) =>
      `${times(n, (i) => `BrowserMatch "^Bot(${i}|x${i})/.*" bad=${i}`)}\nBrowserMatch curl bad\n${root('<RequireAll>\nRequire all granted\nRequire not env bad\n</RequireAll>')}`,
  ),
  apache(
    'RewriteCond',
    (n) =>
      `${OPEN}\nRewriteEngine On\n${times(n, (i) => `RewriteCond %{HTTP_USER_AGENT} bot${i}x [NC,OR]`)}\nRewriteCond %{HTTP_USER_AGENT} curl\nRewriteRule ^ - [F]`,
  ),
  apache(
    'RewriteRule',
    (n) =>
      `${OPEN}\nRewriteEngine On\n${times(n, (i) => `RewriteRule ^/p${i}/(.*)$ - [F]`)}\nRewriteRule ^/private - [F]`,
  ),
  apache(
    'If',
    (n) =>
      `${OPEN}\n${times(n, (i) => `<If "%{HTTP_USER_AGENT} =~ /bot${i}x/">\nRequire all denied\n</If>`)}\n<If "%{REQUEST_URI} =~ m#^/private#">\nRequire all denied\n</If>`,
  ),
  apache(
    'Location',
    (n) =>
      `${OPEN}\n${times(n, (i) => `<Location /p${i}>\nRequire all denied\n</Location>`)}\n<Location /private>\nRequire all denied\n</Location>`,
  ),
  apache(
    'LocationMatch',
    (n) =>
      `${OPEN}\n${times(n, (i) => `<LocationMatch "^/(p|q)${i}/.*">\nRequire all denied\n</LocationMatch>`)}\n<LocationMatch ^/priv>\nRequire all denied\n</LocationMatch>`,
  ),
  apache(
    'Directory',
    (n) =>
      `${OPEN}\n${times(n, (i) => `<Directory @DIR@/www/p${i}>\nRequire all denied\n</Directory>`)}\n<Directory @DIR@/www/private>\nRequire all denied\n</Directory>`,
  ),
  apache(
    'Files',
    (n) =>
      `${OPEN}\n${times(n, (i) => `<Files p${i}.txt>\nRequire all denied\n</Files>`)}\n<Files a.txt>\nRequire all denied\n</Files>`,
  ),
  apache(
    'VirtualHost',
    (n) =>
      `${times(n, (i) => `<VirtualHost *:8080>\nServerName h${i}.test\nServerAlias *.w${i}.test\nDocumentRoot @DIR@/www\n</VirtualHost>`)}\n<VirtualHost *:8080>\nServerName x.test\nDocumentRoot @DIR@/www\n${root('Require all denied')}\n</VirtualHost>`,
  ),
  apache(
    'Define',
    (n) => `Define v0 10.0.0.1\n${times(n, (i) => `Define v${i + 1} \${v${i}}`)}\n${root(`Require ip \${v${n}}`)}`,
  ),
  apache(
    'Redirect',
    (n) => `${times(n, (i) => `Redirect 410 /p${i}\nAlias /q${i} @DIR@/www`)}\nRedirect 403 /private\n${OPEN}`,
  ),
  apache(
    'IfModule',
    (n) =>
      `${times(n, () => '<IfModule mod_none.c>')}\n${times(n, () => '</IfModule>')}\n${root('Require all denied')}`,
  ),
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
  caddyfile(
    'respond in a Caddyfile',
    (n) =>
      `${times(n, (i) => `@p${i} path /p${i}/*\nrespond @p${i} 403`)}\n@private path /private/*\nrespond @private 403`,
  ),
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
  varnish(
    'acl',
    (n) =>
      `acl bad {\n${times(n, (i) => `"${ip(i)}";`)}\n"127.0.0.1";\n}\n${recv('if (client.ip ~ bad) { return (synth(403)); }')}`,
  ),
  varnish('if', (n) =>
    recv(
      `${times(n, (i) => `if (req.url ~ "^/p${i}/") { return (synth(403)); }`)}\nif (req.url ~ "^/private") { return (synth(403)); }`,
    ),
  ),
  varnish('elsif', (n) =>
    recv(
      `if (req.url == "/none") { return (synth(404)); }\n${times(n, (i) => `elsif (req.url == "/p${i}") { return (synth(403)); }`)}\nelsif (req.url ~ "^/private") { return (synth(403)); }`,
    ),
  ),
  varnish('||', (n) =>
    recv(
      `if (${times(n, (i) => `req.http.User-Agent ~ "bot${i}x" ||`)}\nreq.http.User-Agent ~ "curl") { return (synth(403)); }`,
    ),
  ),
  varnish(
    'call',
    (n) =>
      `${times(n, (i) => `sub s${i} { if (req.url == "/p${i}") { return (synth(403)); } }`)}\n${recv(`${times(n, (i) => `call s${i};`)}\nif (req.url ~ "^/private") { return (synth(403)); }`)}`,
  ),
  tomcat(
    'RemoteAddrValve',
    (n) =>
      `<Valve className="org.apache.catalina.valves.RemoteAddrValve" allow="${times(n, (i) => ip(i).replaceAll('.', '\\.')).replaceAll('\n', '|')}"/>`,
    () => '',
  ),
  tomcat(
    'RemoteCIDRValve',
    (n) => times(n, (i) => `<Valve className="org.apache.catalina.valves.RemoteCIDRValve" deny="${ip(i)}/32"/>`),
    () =>
      '<security-constraint><web-resource-collection><url-pattern>/private/*</url-pattern></web-resource-collection><auth-constraint/></security-constraint>',
  ),
  tomcat(
    'security-constraint',
    () => '',
    (n) =>
      `${times(n, (i) => `<security-constraint><web-resource-collection><url-pattern>/p${i}/*</url-pattern></web-resource-collection><auth-constraint/></security-constraint>`)}\n<security-constraint><web-resource-collection><url-pattern>/private/*</url-pattern></web-resource-collection><auth-constraint/></security-constraint>`,
  ),
  tinyproxy('Allow', (n) => times(n, (i) => `Allow ${ip(i)}`)),
  tinyproxy(
    'Filter',
    () => 'Filter "@DIR@/filter"\nFilterExtended On',
    (n) => [['filter', `${times(n, (i) => `(ads|track)${i}\\.test$`)}\nx\\.test$\n`]],
  ),
];
