import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Exchange } from '@why403/core';
import { sendDrawn } from '../bench/nginx-agree.ts';
import type { DrawnRequest } from '../bench/nginx-generate.ts';

/** A real nginx with a site of its own, on loopback. */
export interface Site {
  readonly dir: string;
  readonly port: number;
  readonly config: string;
  readonly ask: (request: Partial<DrawnRequest>) => Promise<Exchange>;
  readonly stop: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Starts nginx with what stands in its http block; `@DIR@` and `@PORT@` are filled in. */
export async function startSite(
  http: string,
  files: Readonly<Record<string, string>> = {},
  before?: (dir: string) => void,
): Promise<Site> {
  const dir = mkdtempSync(join(tmpdir(), 'why403-site-'));
  chmodSync(dir, 0o755);
  const port = await freePort();
  for (const [name, text] of Object.entries({ 'www/index.html': 'home', 'www/a.txt': 'a', ...files })) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text.replaceAll('@DIR@', dir).replaceAll('@PORT@', String(port)));
  }
  before?.(dir);
  const config = join(dir, 'nginx.conf');
  const user = process.geteuid?.() === 0 ? 'user www-data;\n' : '';
  writeFileSync(
    config,
    `${user}daemon off;\nworker_processes 1;\npid @DIR@/nginx.pid;\nerror_log @DIR@/error.log info;\nevents { worker_connections 64; }\nhttp {\naccess_log @DIR@/access.log;\nclient_body_temp_path @DIR@/t1; proxy_temp_path @DIR@/t2; fastcgi_temp_path @DIR@/t3; uwsgi_temp_path @DIR@/t4; scgi_temp_path @DIR@/t5;\n${http}\n}\n`
      .replaceAll('@DIR@', dir)
      .replaceAll('@PORT@', String(port)),
  );
  const test = spawnSync('nginx', ['-t', '-q', '-p', dir, '-c', config], { encoding: 'utf8' });
  if (test.status !== 0) throw new Error(`nginx does not take this configuration: ${test.stderr}`);
  const server: ChildProcess = spawn('nginx', ['-p', dir, '-c', config], { stdio: 'ignore' });
  const ask = async (request: Partial<DrawnRequest>): Promise<Exchange> => {
    const drawn: DrawnRequest = {
      method: 'GET',
      path: '/',
      body: '',
      ...request,
      headers: [
        ...(request.headers?.some(([name]) => name === 'Host') ? [] : [['Host', `127.0.0.1:${port}`] as const]),
        ...(request.headers ?? []),
      ],
    };
    const response = await sendDrawn(port, drawn);
    return {
      request: {
        method: drawn.method,
        url: `http://127.0.0.1:${port}${drawn.path}`,
        headers: drawn.headers,
        ...(drawn.body ? { body: { text: drawn.body } } : {}),
      },
      ...(response.status > 0 ? { response } : {}),
      gaps: [],
    };
  };
  for (let i = 0; i < 200; i++) {
    try {
      if (
        readFileSync(join(dir, 'nginx.pid'), 'utf8').trim() &&
        spawnSync('test', ['-d', `/proc/${server.pid}`]).status === 0
      )
        break;
    } catch {
      // Not written yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (let i = 0; i < 100; i++) {
    const { response } = await ask({ path: '/why403-ready' });
    if (response || i > 5) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    dir,
    port,
    config,
    ask,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      if (server.exitCode === null) await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Carries a fix's commands out and sends the request until it is let through, for ten seconds at most. */
export async function statusAfterFix(
  site: Site,
  commands: readonly string[],
  request: Partial<DrawnRequest>,
): Promise<number> {
  for (const command of commands) spawnSync('bash', ['-c', command], { cwd: site.dir, stdio: 'ignore' });
  let status = 0;
  for (let i = 0; i < 200; i++) {
    status = (await site.ask(request)).response?.status ?? 0;
    if (status > 0 && status < 400) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return status;
}
