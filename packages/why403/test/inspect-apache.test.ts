import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CauseId } from '@why403/core';
import { describe, expect, it } from 'vitest';
import { hasApache, runRound } from '../bench/apache-agreement.mjs';
import { judge } from '../src/inspect/apache/judge.ts';
import { loadConfig } from '../src/inspect/apache/load.ts';
import { splitServers } from '../src/inspect/apache/server.ts';
import apache from '../src/inspect/apache.ts';
import { explainErrorLine, readErrorLine } from '../src/inspect/apache-log.ts';
import { readFromDisk } from '../src/inspect/shared/config-edit.ts';
import { viewExchange } from '../src/inspect/shared/server-view.ts';
import { startTrial } from '../src/inspect/shared/trial.ts';
import { type Asked, carryOut, installed, isRoot, type Running, startServer } from './inspect-real-servers.ts';

const has = installed('apache2') && hasApache();

const MODULES = [
  'mpm_event',
  'authz_core',
  'authz_host',
  'authz_user',
  'authz_groupfile',
  'authn_core',
  'authn_file',
  'auth_basic',
  'access_compat',
  'alias',
  'autoindex',
  'dir',
  'mime',
  'setenvif',
  'rewrite',
  'socache_shmcb',
  'ssl',
];
const HEAD = `${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerRoot @DIR@
${isRoot ? 'User www-data\nGroup www-data' : ''}
StartServers 1
TypesConfig /etc/mime.types
ServerName localhost
PidFile @DIR@/apache.pid
DefaultRuntimeDir @DIR@
Listen 127.0.0.1:@PORT@
ErrorLog @DIR@/error.log
LogFormat "%h %l %u %t \\"%r\\" %>s %b"
CustomLog @DIR@/access.log common
DirectoryIndex index.html
DocumentRoot @DIR@/www
<Directory />
    AllowOverride None
    Require all denied
</Directory>
<Directory @DIR@/www>
    Options FollowSymLinks
    AllowOverride All
    Require all granted
</Directory>
`;

interface Case {
  readonly says: string;
  readonly rules: string;
  readonly ask: Asked;
  readonly cause: CauseId;
  /** Text of the line that must be named. */
  readonly line?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly modes?: Readonly<Record<string, number>>;
  readonly prepare?: (folder: string) => void;
  /** Status before; 403 where absent. */
  readonly status?: number;
  /** False where no change of the server is offered. */
  readonly mends?: boolean;
  readonly root?: boolean;
}

const CASES: readonly Case[] = [
  {
    says: 'a plain deny on a file name',
    rules: '<Files ".env*">\n    Require all denied\n</Files>',
    files: { 'www/.env.example': 'x' },
    ask: { path: '/.env.example' },
    cause: 'server-rule',
    line: 'Require all denied',
  },
  {
    says: 'an address that is not on the list',
    rules: '<Location /admin>\n    Require ip 10.0.0.0/8 192.168\n</Location>',
    files: { 'www/admin/x': 'x' },
    ask: { path: '/admin/x' },
    cause: 'ip-refused',
    line: 'Require ip 10.0.0.0/8 192.168',
  },
  {
    says: 'an address that is shut out within RequireAll',
    rules:
      '<Location /a>\n<RequireAll>\n    Require all granted\n    Require not ip 127.0.0.1 10.1.2.3\n</RequireAll>\n</Location>',
    files: { 'www/a/x': 'x' },
    ask: { path: '/a/x' },
    cause: 'ip-refused',
    line: 'Require not ip 127.0.0.1 10.1.2.3',
  },
  {
    says: 'the old Order, Deny, Allow',
    rules: '<Location /old>\n    Order deny,allow\n    Deny from all\n    Allow from 10.0.0.0/8\n</Location>',
    files: { 'www/old/x': 'x' },
    ask: { path: '/old/x' },
    cause: 'ip-refused',
    line: 'Allow from 10.0.0.0/8',
  },
  {
    says: 'a deny in an .htaccess',
    rules: '',
    files: { 'www/in/.htaccess': 'Require all denied\n', 'www/in/x': 'x' },
    ask: { path: '/in/x' },
    cause: 'server-rule',
    line: 'Require all denied',
  },
  {
    says: 'a method left out of LimitExcept',
    rules:
      '<Location /api>\n<LimitExcept GET POST>\n    Require all denied\n</LimitExcept>\n</Location>\n<Location /api>\nRewriteEngine On\nRewriteRule ^ - [R=204]\n</Location>',
    files: { 'www/api/x': 'x' },
    ask: { method: 'DELETE', path: '/api/x' },
    cause: 'method-refused',
    line: '<LimitExcept GET POST>',
  },
  {
    says: 'a directory without an index',
    rules: '',
    files: { 'www/docs/a.txt': 'x' },
    ask: { path: '/docs/' },
    cause: 'directory-listing',
    line: 'Options FollowSymLinks',
  },
  {
    says: 'a link that may not be followed',
    rules: '<Directory @DIR@/www/links>\n    Options None\n</Directory>',
    prepare: (folder) => {
      mkdirSync(join(folder, 'www/links'));
      symlinkSync('../index.html', join(folder, 'www/links/x.html'));
    },
    ask: { path: '/links/x.html' },
    cause: 'file-permissions',
    line: 'Options None',
  },
  {
    says: 'a hot-link rule on Referer',
    rules:
      '<Directory @DIR@/www/img>\n    RewriteEngine On\n    RewriteCond %{HTTP_REFERER} !^$\n    RewriteCond %{HTTP_REFERER} !^https://own\\.test/ [NC]\n    RewriteRule \\.png$ - [F]\n</Directory>',
    files: { 'www/img/a.png': 'x' },
    ask: { path: '/img/a.png', headers: [['Referer', 'https://other.test/page']] },
    cause: 'origin-rejected',
    line: 'RewriteRule \\.png$ - [F]',
  },
  {
    says: 'a rewrite rule on the path in the server context',
    rules: 'RewriteEngine On\nRewriteRule \\.bak$ - [F,NC]',
    files: { 'www/a.bak': 'x' },
    ask: { path: '/a.bak' },
    cause: 'server-rule',
    line: 'RewriteRule \\.bak$ - [F,NC]',
  },
  {
    says: 'a Redirect with 403',
    rules: 'RedirectMatch 403 "/\\.git"',
    files: { 'www/.gitlab': 'x' },
    ask: { path: '/.gitlab' },
    cause: 'server-rule',
    line: 'RedirectMatch 403 "/\\.git"',
  },
  {
    says: 'SSLRequireSSL over plain http',
    rules: '<Location /safe>\n    SSLRequireSSL\n</Location>',
    files: { 'www/safe/x': 'x' },
    ask: { path: '/safe/x' },
    cause: 'tls-required',
    line: 'SSLRequireSSL',
  },
  {
    says: 'a browser that BrowserMatch marks',
    rules:
      'BrowserMatchNoCase "^$|curl" bad\n<Location /shop>\n    Order allow,deny\n    Allow from all\n    Deny from env=bad\n</Location>',
    files: { 'www/shop/x': 'x' },
    ask: { path: '/shop/x', headers: [['User-Agent', 'curl/8.1']] },
    cause: 'client-refused',
    line: 'Deny from env=bad',
  },
  {
    says: 'a key header that was not sent',
    rules: '<Location /key>\n    Require expr "%{HTTP:X-Api-Key} == \'k-17\'"\n</Location>',
    files: { 'www/key/x': 'x' },
    ask: { path: '/key/x' },
    cause: 'credentials-missing',
    line: 'Require expr "%{HTTP:X-Api-Key} == \'…\'"',
  },
  {
    says: 'an If section on the method',
    rules: '<If "%{REQUEST_METHOD} == \'OPTIONS\' && %{REQUEST_URI} =~ m#^/opt#">\n    Require all denied\n</If>',
    files: { 'www/opt/x': 'x' },
    ask: { method: 'OPTIONS', path: '/opt/x' },
    cause: 'method-refused',
    line: 'Require all denied',
  },
  {
    says: 'a catch-all virtual host',
    rules:
      '<VirtualHost *:@PORT@>\n    ServerName nothing.invalid\n    Redirect 403 /\n</VirtualHost>\n<VirtualHost *:@PORT@>\n    ServerName shop.test\n</VirtualHost>',
    ask: { path: '/' },
    cause: 'host-rejected',
    line: 'Redirect 403 /',
  },
  {
    says: 'a login that was not sent',
    rules:
      '<Location /log>\n    AuthType Basic\n    AuthName x\n    AuthUserFile @DIR@/users\n    Require valid-user\n</Location>',
    files: { users: 'ann:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=\n', 'www/log/x': 'x' },
    ask: { path: '/log/x' },
    cause: 'credentials-missing',
    line: 'Require valid-user',
    status: 401,
    mends: false,
  },
  {
    says: 'a right login of the wrong user',
    rules:
      '<Location /log>\n    AuthType Basic\n    AuthName x\n    AuthUserFile @DIR@/users\n    AuthzSendForbiddenOnFailure On\n    Require user bob\n</Location>',
    files: { users: 'ann:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=\n', 'www/log/x': 'x' },
    ask: { path: '/log/x', headers: [['Authorization', `Basic ${Buffer.from('ann:password').toString('base64')}`]] },
    cause: 'role-missing',
    line: 'Require user bob',
  },
  {
    says: 'a document root that nothing grants',
    rules: 'DocumentRoot @DIR@/site',
    files: { 'site/index.html': 'x' },
    ask: { path: '/' },
    cause: 'server-rule',
    line: 'Require all denied',
  },
  {
    says: 'an alias outside every grant',
    rules: 'Alias /media/ @DIR@/media/',
    files: { 'media/x': 'x' },
    ask: { path: '/media/x' },
    cause: 'server-rule',
    line: 'Require all denied',
  },
  {
    says: 'a name that the address does not have',
    rules: '<Location /h>\n    Require host ops.test\n</Location>',
    files: { 'www/h/x': 'x' },
    ask: { path: '/h/x' },
    cause: 'ip-refused',
    line: 'Require host ops.test',
  },
  {
    says: 'options in an .htaccess that forbid rewriting',
    rules: '',
    files: { 'www/r/.htaccess': 'Options None\nRewriteEngine On\nRewriteRule ^old$ x\n', 'www/r/x': 'x' },
    ask: { path: '/r/x' },
    cause: 'server-rule',
    line: 'Options None',
  },
  {
    says: 'an .htaccess that the worker cannot read',
    rules: '',
    files: { 'www/u/.htaccess': '# nothing\n', 'www/u/x': 'x' },
    modes: { 'www/u/.htaccess': 0o600 },
    ask: { path: '/u/x' },
    cause: 'file-permissions',
    root: true,
  },
  {
    says: 'a shut directory before a deny that allows',
    rules: '<Location /both>\n    Require ip 127.0.0.1\n</Location>',
    files: { 'www/both/x': 'x' },
    modes: { 'www/both': 0o700 },
    ask: { path: '/both/x' },
    cause: 'file-permissions',
    root: true,
  },
  {
    says: 'a file that only its owner may read',
    rules: '',
    files: { 'www/secret.txt': 'x' },
    modes: { 'www/secret.txt': 0o600 },
    ask: { path: '/secret.txt' },
    cause: 'file-permissions',
    root: true,
  },
  {
    says: 'a directory that may not be searched',
    rules: '',
    files: { 'www/shut/in/a.txt': 'x' },
    modes: { 'www/shut': 0o700 },
    ask: { path: '/shut/in/a.txt' },
    cause: 'file-permissions',
    root: true,
  },
];

describe.skipIf(!has)('Apache on this machine', () => {
  for (const one of CASES) {
    it.skipIf(one.root === true && !isRoot)(
      `names ${one.cause} for ${one.says}, with the line, and the fix turns the real server`,
      async () => {
        let server: Running | undefined;
        try {
          server = await startServer({
            config: 'apache2.conf',
            text: `${HEAD}${one.rules}\n`,
            ...(one.files ? { files: one.files } : {}),
            ...(one.modes ? { modes: one.modes } : {}),
            ...(one.prepare ? { prepare: one.prepare } : {}),
            command: (config) => ['/usr/sbin/apache2', '-f', config, '-DFOREGROUND'],
          });
          const exchange = await server.ask(one.ask);
          expect(exchange.response?.status).toBe(one.status ?? 403);
          const input = {
            config: server.config,
            root: join(server.folder, 'www'),
            ...(isRoot ? { worker: 'www-data' } : {}),
          };
          expect(await apache.find(input)).toEqual([input]);
          const { findings } = await apache.inspect(exchange, input);
          const [first] = findings;
          expect(first?.cause).toBe(one.cause);
          expect(first?.weight).toBe('proves');
          expect(findings.filter((finding) => finding.weight === 'proves' && finding.cause !== one.cause)).toEqual([]);
          if (one.line) expect(first?.quote).toBe(one.line);
          const [fix] = first?.fixes ?? [];
          if (one.mends === false) expect(fix).toBeUndefined();
          else expect(await carryOut(server, fix?.commands ?? [], one.ask)).toBeLessThan(400);
        } finally {
          await server?.stop();
        }
      },
    );
  }

  it('lets through an index, or a rewritten path, that the sections of its own name do not reach', async () => {
    const server = await startServer({
      config: 'apache2.conf',
      text: `${HEAD}
<Location "/one/*.html">
    RewriteEngine On
    RewriteRule ^ - [R=403,L]
</Location>
SetEnvIf Request_URI "^/two/" good
<Location "/two/*.html">
    SetEnvIf Host "." !good
    Require env good
</Location>
RewriteEngine On
RewriteRule ^/short/$ /one/index.html [L]
RewriteRule ^/passed$ /one/index.html [PT]
`,
      files: { 'www/one/index.html': 'x', 'www/two/index.html': 'x' },
      command: (config) => ['/usr/sbin/apache2', '-f', config, '-DFOREGROUND'],
    });
    try {
      for (const path of ['/one/', '/two/', '/short/', '/one/index.html', '/two/index.html', '/passed']) {
        const exchange = await server.ask({ path });
        expect([path, exchange.response?.status]).toEqual([path, path.endsWith('/') ? 200 : 403]);
        const { findings } = await apache.inspect(exchange, { config: server.config });
        const proofs = findings.filter(({ weight }) => weight === 'proves');
        expect([path, proofs.length]).toEqual([path, path.endsWith('/') ? 0 : 1]);
      }
    } finally {
      await server.stop();
    }
  });

  it('agrees with Apache on refused or not, over generated rules and requests', async () => {
    const result = await runRound({
      seed: 403,
      hosts: 12,
      requests: 25,
      api: { loadConfig, splitServers, judge, viewExchange, startTrial, readFromDisk },
    });
    result.clean();
    expect(result.refusals).toBeGreaterThan(50);
    expect(result.differ).toEqual([]);
  }, 60_000);
});

describe('the reader of Apache configurations', () => {
  const inFolder = (files: Readonly<Record<string, string>>, work: (folder: string) => void): void => {
    const folder = mkdtempSync(join(tmpdir(), 'why403-load-'));
    try {
      for (const [name, text] of Object.entries(files))
        writeFileSync(join(folder, name), text.replaceAll('@DIR@', folder));
      work(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const load = (folder: string): ReturnType<typeof loadConfig> =>
    loadConfig(join(folder, 'a.conf'), { read: readFromDisk, serverRoot: folder, env: {}, defines: ['On'] });

  it('keeps the file and line of directives through includes, variables and continued lines', () => {
    inFolder(
      {
        'a.conf': 'Define where /x\nInclude b*.conf\nRequire ip \\\n  10.0.0.1\n',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: Apache's own syntax of a variable
        'b1.conf': '# one\nDocumentRoot ${where}/www\n',
      },
      (folder) => {
        const { directives, unseen } = load(folder);
        expect(directives.map((d) => [d.file.slice(folder.length + 1), d.line, d.lastLine, d.name, d.args])).toEqual([
          ['b1.conf', 2, 2, 'documentroot', ['/x/www']],
          ['a.conf', 3, 4, 'require', ['ip', '10.0.0.1']],
        ]);
        expect(unseen).toEqual([]);
      },
    );
  });

  it('takes conditional blocks only where their condition holds', () => {
    inFolder(
      {
        'a.conf':
          'LoadModule x_module m.so\n<IfModule mod_x.c>\nA 1\n</IfModule>\n<IfModule !mod_x.c>\nA 2\n</IfModule>\n<IfDefine On>\nA 3\n</IfDefine>\n<IfDefine Off>\nA 4\n</IfDefine>\n',
      },
      (folder) => {
        expect(load(folder).directives.map((d) => d.args[0])).toEqual(['1', '3']);
      },
    );
  });

  it('says in one line what is missing, what includes itself and what is never closed', () => {
    inFolder({ 'a.conf': 'Include @DIR@/none.conf\nInclude @DIR@/a.conf\n<Directory /x>\n' }, (folder) => {
      expect(load(folder).unseen).toEqual([
        `${folder}/none.conf: not found (${folder}/a.conf:1 includes it).`,
        `${folder}/a.conf: includes itself (${folder}/a.conf > ${folder}/a.conf); read once.`,
        `${folder}/a.conf:3: <Directory /x> is never closed.`,
      ]);
    });
  });

  it('does not fall over binary rubbish', () => {
    inFolder({ 'a.conf': '\u0000\u0001\u0002<<<>>>\n' }, (folder) => {
      expect(load(folder).directives).toEqual([]);
    });
  });
});

describe('the error log of Apache', () => {
  it('decodes an AH code to its cause', () => {
    const line = readErrorLine(
      '[Mon Nov 23 14:00:54.311449 2026] [authz_core:error] [pid 1:tid 2] [client 192.0.2.7:45374] AH01276: Cannot serve directory /srv/www/: No matching DirectoryIndex (index.html) found',
      1,
    );
    expect(line).toMatchObject({ module: 'authz_core', client: '192.0.2.7', code: 'AH01276' });
    expect(line && explainErrorLine(line, '/var/log/error.log')).toMatchObject({
      cause: 'directory-listing',
      weight: 'proves',
    });
  });

  it('names the rule that ModSecurity refused by', () => {
    const line = readErrorLine(
      '[Mon Nov 23 14:00:54.311449 2026] [security2:error] [pid 1] [client 192.0.2.7:1] ModSecurity: Access denied with code 403 (phase 2). [id "942100"] [msg "SQL Injection Attack"] [uri "/x"]',
      1,
    );
    expect(line && explainErrorLine(line, '/e.log')?.says).toContain('Rule 942100: SQL Injection Attack.');
  });

  it('leaves a half-written line alone', () => {
    expect(readErrorLine('[Mon Nov 23 14:00', 1)).toBeUndefined();
  });
});

// Kept out of the cases above: it needs no server at all.
it('does not take another server’s configuration for its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'why403-find-'));
  writeFileSync(join(folder, 'x.cfg'), 'defaults\n    mode http\nfrontend web\n    bind :80\n');
  expect(await apache.find({ config: join(folder, 'x.cfg') })).toEqual([]);
  execFileSync('rm', ['-r', folder]);
});
