// The logs of a real Apache httpd, of whose words the reader must not have a wrong idea.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { triage } from '../../src/logs/index.ts';

const APACHE = ['/usr/sbin/apache2', '/usr/sbin/httpd'].find((path) => existsSync(path));
const MODULES = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules'].find((path) => existsSync(path));
const ready = APACHE !== undefined && MODULES !== undefined && process.getuid?.() === 0;
if (!ready) console.log('skipped: Apache httpd is not installed, or this user may not start it as another one');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

describe.skipIf(!ready)('the logs of Apache itself', () => {
  it.each(['"%h %l %u %t \\"%r\\" %>s %b" common', '"%t %>s %a \\"%r\\"" mine'])(
    'are joined and their causes named: %s',
    async (log) => {
      const folder = await mkdtemp(join(tmpdir(), 'why403-apache-'));
      await chmod(folder, 0o755);
      const port = await freePort();
      const www = join(folder, 'www');
      await mkdir(join(www, 'img'), { recursive: true });
      await mkdir(join(www, 'locked'), { mode: 0o700 });
      await writeFile(join(www, 'locked/a.txt'), 'x');
      await writeFile(join(www, 'closed.txt'), 'x', { mode: 0o600 });
      await writeFile(join(www, 'open.txt'), 'x');
      await symlink(join(www, 'open.txt'), join(www, 'link.txt'));
      // {SHA} of "right"
      await writeFile(join(folder, 'users'), 'ann:{SHA}cO1LD9fmc9lhG5qTFcXRTw+LMdk=\n');
      const modules = [
        'mpm_event',
        'authn_core',
        'authz_core',
        'authz_user',
        'authz_host',
        'auth_basic',
        'authn_file',
        'autoindex',
        'dir',
        'alias',
      ]
        .filter((name) => existsSync(join(MODULES!, `mod_${name}.so`)))
        .map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`);
      const name = log.split(' ').at(-1);
      await writeFile(
        join(folder, 'httpd.conf'),
        `ServerRoot ${folder}
PidFile ${folder}/pid
DefaultRuntimeDir ${folder}
Listen 127.0.0.1:${port}
ServerName x
User nobody
Group nogroup
${modules.join('\n')}
ErrorLog ${folder}/error.log
LogFormat ${log}
CustomLog ${folder}/access.log ${name}
DocumentRoot ${www}
DirectoryIndex index.html
<Directory ${www}>
Require all granted
Options -Indexes -FollowSymLinks
</Directory>
<Location /denied>
Require all denied
</Location>
<Location /private>
AuthType Basic
AuthName x
AuthUserFile ${folder}/users
Require user bob
</Location>
`,
      );
      const apache = spawn(APACHE!, ['-X', '-f', join(folder, 'httpd.conf')]);
      let said = '';
      apache.stderr.on('data', (chunk) => {
        said += chunk;
      });
      try {
        for (let i = 0; i < 100 && !existsSync(join(folder, 'pid')); i++) await setTimeout(50);
        expect([existsSync(join(folder, 'pid')), said.replace(/^AH00558.*\n/, '')]).toEqual([true, '']);
        const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
        const get = async (path: string, authorization?: string) =>
          (await fetch(`http://127.0.0.1:${port}${path}`, authorization ? { headers: { authorization } } : {})).status;
        expect([
          await get('/open.txt'),
          await get('/'),
          await get('/img/'),
          await get('/denied/x?y=1'),
          await get('/closed.txt'),
          await get('/locked/a.txt'),
          await get('/link.txt'),
          await get('/private/none'),
          await get('/private/wrong', basic('ann:wrong')),
          await get('/private/stranger', basic('eve:x')),
        ]).toEqual([200, 403, 403, 403, 403, 403, 403, 401, 401, 401]);
        for (let i = 0; i < 40 && (await readFile(join(folder, 'access.log'), 'utf8')).split('\n').length < 11; i++)
          await setTimeout(50);
        const result = await triage(
          [join(folder, 'access.log'), join(folder, 'error.log')],
          name === 'mine' ? { format: `LogFormat ${log}` } : {},
        );
        expect(result.notes).toEqual([]);
        const found = Object.fromEntries(
          result.causes.flatMap(({ paths, causes, by }) =>
            paths.map(({ key }) => [key, `${by}: ${causes.join(', ')}`]),
          ),
        );
        expect(found).toEqual({
          '/': 'Apache: directory-listing',
          '/img/': 'Apache: directory-listing',
          '/denied/x': 'Apache: server-rule, ip-refused',
          '/closed.txt': 'Apache: file-permissions',
          '/locked/a.txt': 'Apache: file-permissions',
          '/link.txt': 'Apache: file-permissions',
          '/private/none': 'request line: credentials-missing, credentials-expired, credentials-invalid',
          '/private/wrong': 'Apache: credentials-invalid',
          '/private/stranger': 'Apache: credentials-invalid',
        });
      } finally {
        apache.kill();
        await new Promise((done) => apache.once('exit', done));
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
