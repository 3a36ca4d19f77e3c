// The logs of a real nginx, of whose words the reader must not have a wrong idea.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { triage } from '../../src/logs/index.ts';

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));
if (!NGINX) console.log('skipped: nginx is not installed');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

describe.skipIf(!NGINX)('the logs of nginx itself', () => {
  it.each(['combined', 'json'])('are joined and their causes named (%s)', async (format) => {
    const folder = await mkdtemp(join(tmpdir(), 'why403-nginx-'));
    await chmod(folder, 0o755);
    const port = await freePort();
    const root = process.getuid?.() === 0;
    await mkdir(join(folder, 'www/img'), { recursive: true });
    await writeFile(join(folder, 'www/closed.txt'), 'x');
    await chmod(join(folder, 'www/closed.txt'), 0);
    await writeFile(join(folder, 'www/open.txt'), 'x');
    await writeFile(join(folder, 'users'), 'ann:{PLAIN}right\n');
    await writeFile(
      join(folder, 'nginx.conf'),
      `${root ? 'user nobody nogroup;' : ''}
daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
http {
  log_format json escape=json '{"time":"$time_iso8601","client":"$remote_addr","request":"$request","status":$status,"upstream_status":"$upstream_status"}';
  access_log ${folder}/access.log ${format}; limit_req_zone $binary_remote_addr zone=slow:1m rate=1r/m; limit_req_status 403;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  server { listen 127.0.0.1:${port}; root ${folder}/www;
    location /denied { deny all; }
    location /silent { return 403; }
    location /slow { limit_req zone=slow; try_files /open.txt =404; }
    location /login { auth_basic x; auth_basic_user_file ${folder}/users; try_files /open.txt =404; } } }`,
    );
    const nginx = spawn(NGINX!, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]);
    try {
      for (let i = 0; i < 100 && !existsSync(join(folder, 'pid')); i++) await setTimeout(50);
      const get = async (path: string, authorization?: string) =>
        (await fetch(`http://127.0.0.1:${port}${path}`, authorization ? { headers: { authorization } } : {})).status;
      const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
      expect([
        await get('/open.txt'),
        await get('/denied/x'),
        await get('/img/'),
        await get('/closed.txt'),
        await get('/silent'),
        await get('/slow'),
        await get('/slow'),
        await get('/login'),
        await get('/login/again', basic('ann:wrong')),
        await get('/login/ok', basic('ann:right')),
      ]).toEqual([200, 403, 403, 403, 403, 200, 403, 401, 401, 200]);
      for (let i = 0; i < 40 && (await readFile(join(folder, 'access.log'), 'utf8')).split('\n').length < 11; i++)
        await setTimeout(50);
      const result = await triage([join(folder, 'access.log'), join(folder, 'error.log')]);
      expect(result.notes).toEqual([]);
      expect(result.lines).toEqual({ count: 10, exact: true });
      const found = Object.fromEntries(
        result.causes.map(({ paths, causes, by }) => [
          paths.map(({ key }) => key).join(' '),
          `${by}: ${causes.join(', ')}`,
        ]),
      );
      expect(found).toEqual({
        '/denied/x': 'nginx: server-rule, ip-refused',
        '/img/': 'nginx: directory-listing',
        '/closed.txt': 'nginx: file-permissions',
        '/silent':
          format === 'json'
            ? 'request line: server-rule, ip-refused, file-permissions'
            : 'request line: server-rule, file-permissions, role-missing',
        '/slow': 'nginx: rate-limited',
        '/login': 'request line: credentials-missing, credentials-expired, credentials-invalid',
        '/login/again': 'nginx: credentials-invalid',
      });
    } finally {
      nginx.kill();
      await new Promise((done) => nginx.once('exit', done));
      execFileSync('chmod', ['-R', 'u+rwX', folder]);
      await rm(folder, { recursive: true, force: true });
    }
  });
});
