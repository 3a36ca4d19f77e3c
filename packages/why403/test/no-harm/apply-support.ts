import { spawn, spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Inspector, ServerFix } from '../../src/inspect/types.ts';
import { installed, isRoot, type Running, sleep, startServer } from '../inspect-real-servers.ts';
import type { Job } from './apply-child.ts';

export const hasNginx = installed('nginx') && isRoot;
export const hasApache = installed('apache2') && isRoot;
if (!isRoot) console.log('skipped: nginx and Apache are started by root here');

/** A real nginx that refuses /a.txt by one line. */
export const startNginx = (more = ''): Promise<Running> =>
  startServer({
    config: 'nginx.conf',
    text: `user www-data;\ndaemon off;\nworker_processes 1;\npid @DIR@/nginx.pid;\nerror_log @DIR@/error.log;\nevents { worker_connections 64; }\nhttp {\naccess_log off;\nclient_body_temp_path @DIR@/t1; proxy_temp_path @DIR@/t2; fastcgi_temp_path @DIR@/t3; uwsgi_temp_path @DIR@/t4; scgi_temp_path @DIR@/t5;\n${more}\nserver { listen 127.0.0.1:@PORT@; root @DIR@/www;\nlocation / {\nallow 10.0.0.0/8;\ndeny all;\n}\n}\n}\n`,
    files: { 'www/a.txt': 'a' },
    command: (config) => ['nginx', '-p', '@DIR@', '-c', config],
  });

/** A real Apache that refuses /a.txt by one line. */
export const startApache = (): Promise<Running> =>
  startServer({
    config: 'apache2.conf',
    text: `ServerRoot @DIR@\nServerName localhost\nPidFile @DIR@/apache.pid\nListen 127.0.0.1:@PORT@\nUser www-data\nGroup www-data\nLoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so\nLoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so\nLoadModule authz_host_module /usr/lib/apache2/modules/mod_authz_host.so\nErrorLog @DIR@/error.log\nDocumentRoot @DIR@/www\n<Directory @DIR@/www>\n  Require all granted\n</Directory>\n<Files a.txt>\n  Require ip 10.9.0.0/16\n</Files>\n`,
    files: { 'www/a.txt': 'a' },
    command: (config) => ['apache2', '-D', 'FOREGROUND', '-f', config],
  });

/** The change that the inspector of this kind finds for /a.txt. */
export async function fixFor(server: Running, inspector: Inspector): Promise<ServerFix> {
  const exchange = await server.ask({ path: '/a.txt' });
  const { findings } = await inspector.inspect(exchange, { config: server.config });
  const fix = findings.flatMap(({ fixes }) => fixes).find(({ changes }) => changes?.length);
  if (!fix) throw new Error('no change was found');
  return fix;
}

/** What a path is, for a comparison before and after: content, inode, names, mode, owner, lists, attributes. */
export function likeness(file: string): string {
  const stat = lstatSync(file);
  const words = (program: string, args: readonly string[]): string =>
    spawnSync(program, [...args, file], { encoding: 'utf8' }).stdout ?? '';
  return JSON.stringify([
    stat.isFile() ? readFileSync(file, 'latin1') : '',
    ...[stat.ino, stat.nlink, stat.mode, stat.uid, stat.gid],
    words('getfacl', ['-cp']),
    words('getfattr', ['-dm-', '--absolute-names']),
  ]);
}

/** The bundled child, its state folder, and how it is run. */
export async function makeChild(): Promise<{
  readonly state: string;
  readonly run: (
    job: Job,
    output?: 'closed' | 'full',
  ) => Promise<{ status: number | null; signal: string | null; stderr: string }>;
  readonly open: () => readonly string[];
  readonly remove: () => void;
}> {
  const { build } = await import('esbuild');
  const folder = mkdtempSync(path.join(tmpdir(), 'why403-apply-child-'));
  const outfile = path.join(folder, 'child.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'apply-child.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    external: ['esbuild'],
    logLevel: 'error',
  });
  const state = path.join(folder, 'state');
  return {
    state,
    run: (job, output) =>
      new Promise((resolve, reject) => {
        // The shell sets up an output that is closed or full before the run begins.
        const line =
          output === 'closed' ? '{ exec "$@"; } 3>&1 | true' : output === 'full' ? 'exec "$@" >/dev/full' : 'exec "$@"';
        const words = output === 'closed' ? ['bash', '-c', `set -o pipefail; ${line}`] : ['bash', '-c', line];
        const child = spawn(words[0] ?? '', [...words.slice(1), 'sh', process.execPath, outfile, JSON.stringify(job)], {
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, XDG_STATE_HOME: state },
        });
        let stderr = '';
        child.stdout.resume();
        child.stderr.setEncoding('utf8').on('data', (text: string) => {
          stderr += text;
        });
        child.on('error', reject);
        child.on('close', (status, signal) => resolve({ status, signal, stderr }));
      }),
    open: () => {
      try {
        return readdirSync(path.join(state, 'why403/apply'));
      } catch {
        return [];
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The status of /a.txt once the server has taken up what its files say; the old workers may answer once more. */
export async function settledStatus(server: Running, expected: number): Promise<number> {
  let status = 0;
  for (let i = 0; i < 60; i++) {
    status = (await server.ask({ path: '/a.txt' }).catch(() => undefined))?.response?.status ?? 0;
    if (status === expected) return status;
    await sleep(50);
  }
  return status;
}
