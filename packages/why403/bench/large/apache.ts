import { ip, type LargeKind, NOBODY, oneFile, RUNAWAY, times, words } from './kind.ts';

const MODULES = ['authz_core', 'authz_host', 'rewrite', 'setenvif', 'alias', 'access_compat'];
const apache = oneFile(
  'apache',
  'apache2.conf',
  (text) =>
    `ServerRoot @DIR@\nListen 8080\nServerName x.test\nDocumentRoot @DIR@/www\n${MODULES.map((name) => `LoadModule ${name}_module modules/mod_${name}.so`).join('\n')}\n${text}`,
);
const root = (inside: string): string => `<Directory @DIR@/www>\n${inside}\n</Directory>`;
const OPEN = root('Require all granted');

export const APACHE: readonly LargeKind[] = [
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
  apache(
    'VirtualHost, none fits',
    (n) =>
      times(
        n,
        (i) =>
          `<VirtualHost *:8080>\nServerName h${i}.test\nServerAlias *.w${i}.test\nDocumentRoot @DIR@/www\n${root('Require all denied')}\n</VirtualHost>`,
      ),
    NOBODY,
  ),
  apache(
    'ServerAlias',
    (n) =>
      `<VirtualHost *:8080>\nServerName h.test\n${times(n, (i) => `ServerAlias h${i}.test *.w${i}.test`)}\n</VirtualHost>\n${root('Require all denied')}`,
  ),
  apache(
    'If, runaway',
    (n) =>
      `${OPEN}\n${times(n, (i) => `<If "%{HTTP_USER_AGENT} =~ /(c+u+)+${i}$/">\nRequire all denied\n</If>`)}\n${root('Require all denied')}`,
    RUNAWAY,
  ),
  apache(
    'If of patterns and addresses',
    (n) =>
      `${OPEN}\n${times(n, (i) => `<If "%{HTTP_USER_AGENT} =~ /(c+u+)+${i}$/ && -R '10.0.0.${i % 250}'">\nRequire all denied\n</If>`)}\n<If "%{REQUEST_URI} =~ m#^/private#">\nRequire all denied\n</If>`,
    RUNAWAY,
  ),
  apache(
    'If in If',
    (n) =>
      `${OPEN}\n${times(n, (i) => `<If "%{REQUEST_URI} =~ m#^/p${i}#">\n<If "-R '10.0.0.1'">\nRequire all denied\n</If>\n</If>`)}\n<If "true">\nRequire all denied\n</If>`,
  ),
  apache(
    'ElseIf',
    (n) =>
      `${OPEN}\n<If "false">\n</If>\n${times(n, (i) => `<ElseIf "%{REQUEST_URI} == '/p${i}'">\nRequire all granted\n</ElseIf>`)}\n<Else>\nRequire all denied\n</Else>`,
  ),
  apache(
    'SetEnvIfNoCase, runaway',
    (n) =>
      `${times(n, (i) => `SetEnvIfNoCase User-Agent "(cur?l?.*)*${i}$" bad`)}\n${root('<RequireAll>\nRequire all denied\nRequire not env bad\n</RequireAll>')}`,
    RUNAWAY,
  ),
  apache(
    'RewriteCond, runaway',
    (n) =>
      `${OPEN}\nRewriteEngine On\n${times(n, (i) => `RewriteCond %{HTTP_USER_AGENT} (c+u+)+${i}$\nRewriteRule ^ - [F]`)}\nRewriteRule ^ - [F]`,
    RUNAWAY,
  ),
  apache(
    'RewriteRule of variables',
    (n) =>
      `${OPEN}\nRewriteEngine On\n${times(n, (i) => `RewriteCond %{HTTP_HOST}%{REQUEST_URI} ^h${i}\\.test/(.*)$\nRewriteRule ^/(.*)$ /p${i}/%1/$1 [E=V${i}:$1,L]`)}\nRewriteRule ^ - [F]`,
  ),
  apache(
    'DirectoryMatch',
    (n) =>
      `${OPEN}\n${times(n, (i) => `<DirectoryMatch "/www/(p|q)${i}/">\nRequire all denied\n</DirectoryMatch>`)}\n<DirectoryMatch /private>\nRequire all denied\n</DirectoryMatch>`,
  ),
  apache(
    'FilesMatch, runaway',
    (n) =>
      `${OPEN}\n${times(n, (i) => `<FilesMatch "^(a+)+${i}$">\nRequire all granted\n</FilesMatch>`)}\n<Files "a*">\nRequire all denied\n</Files>`,
    { path: `/private/${'a'.repeat(60)}` },
  ),
  apache('Require host', (n) => root(`Require host ${words(n, (i) => `h${i}.test`)}`)),
  apache(
    'Macro',
    (n) =>
      `<Macro Deny $ip>\nRequire not ip $ip\n</Macro>\n${root(`<RequireAll>\nRequire all denied\n${times(n, (i) => `Use Deny ${ip(i)}`)}\n</RequireAll>`)}`,
  ),
  apache(
    'Include',
    (n) => root(`<RequireAny>\n${times(Math.min(n, 200), (i) => `Include @DIR@/part${i}.conf`)}\n</RequireAny>`),
    undefined,
    (n) =>
      Array.from({ length: Math.min(n, 200) }, (_, i) => [
        `part${i}.conf`,
        times(n / Math.min(n, 200), (j) => `Require ip ${ip(i * 1000 + j)}`),
      ]),
  ),
  apache(
    '.htaccess',
    () => root('AllowOverride All\nRequire all granted'),
    undefined,
    (n) => [
      ['www/private/.htaccess', `${times(n, (i) => `SetEnvIf User-Agent "bot${i}x" bad`)}\nRequire all denied\n`],
    ],
  ),
];
