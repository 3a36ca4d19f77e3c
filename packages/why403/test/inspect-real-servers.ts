/** Starts real servers on loopback for the inspectors' tests, sends raw requests to them, carries fixes out. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Exchange, Header } from '@why403/core';

export const isRoot = process.getuid?.() === 0;

/** Is a program installed? Says so in one line where it is not. */
export function installed(program: string): boolean {
  const found = (process.env['PATH'] ?? '')
    .split(':')
    .concat('/usr/sbin', '/sbin')
    .some((dir) => spawnSync('test', ['-x', join(dir, program)]).status === 0);
  if (!found) console.log(`skipped: ${program} is not installed`);
  return found;
}

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: readonly Header[];
}

export interface Running {
  readonly folder: string;
  readonly port: number;
  readonly config: string;
  readonly child: ChildProcess;
  ask(asked: Asked): Promise<Exchange>;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function send(port: number, asked: Asked): Promise<Exchange> {
  const headers: readonly Header[] = [
    ...(asked.headers?.some(([name]) => name === 'Host') ? [] : [['Host', `127.0.0.1:${port}`] as const]),
    ...(asked.headers ?? []),
  ];
  const request = { method: asked.method ?? 'GET', url: `http://127.0.0.1:${port}${asked.path}`, headers };
  return new Promise((resolve, reject) => {
    const req = http.request(
      {
        host: '127.0.0.1',
        port,
        method: request.method,
        path: asked.path,
        headers: headers.flat(),
        setHost: false,
        agent: false,
        timeout: 5000,
      },
      (res) => {
        let text = '';
        res.setEncoding('utf8');
        res.on('data', (part) => {
          text += part;
        });
        res.on('end', () => {
          const pairs: Header[] = [];
          for (let i = 0; i + 1 < res.rawHeaders.length; i += 2)
            pairs.push([res.rawHeaders[i] as string, res.rawHeaders[i + 1] as string]);
          resolve({
            request,
            response: { status: res.statusCode ?? 0, headers: pairs, body: { text } },
            transport: { address: '127.0.0.1', port },
            gaps: [],
          });
        });
      },
    );
    req.on('error', reject);
    req.on('timeout', () => req.destroy(new Error('timeout')));
    req.end();
  });
}

/** Writes the files, starts the server, waits until it answers. `@DIR@` and `@PORT@` are filled in everywhere. */
export async function startServer(options: {
  readonly config: string;
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly modes?: Readonly<Record<string, number>>;
  readonly prepare?: (folder: string) => void;
  readonly command: (config: string) => readonly [string, ...string[]];
}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'why403-test-'));
  chmodSync(folder, 0o777);
  const port = await freePort();
  const fill = (text: string): string => text.replaceAll('@DIR@', folder).replaceAll('@PORT@', String(port));
  for (const [name, text] of Object.entries({
    'www/index.html': 'home\n',
    ...options.files,
    [options.config]: options.text,
  })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), fill(text));
  }
  options.prepare?.(folder);
  for (const [name, mode] of Object.entries(options.modes ?? {})) chmodSync(join(folder, name), mode);
  const config = join(folder, options.config);
  const [program = '', ...args] = options.command(config).map(fill);
  const child = spawn(program, args, {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const ready = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(socket.destroy() !== undefined));
      socket.on('error', () => resolve(false));
    });
  for (let i = 0; i < 400 && !(await ready()); i++) await sleep(50);
  return {
    folder,
    port,
    config,
    child,
    ask: (asked) => send(port, asked),
    async stop() {
      // A fix may have started the server anew; whatever runs with this folder's configuration was started here.
      for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
          if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(config))
            process.kill(Number(pid), 'SIGTERM');
        } catch {
          // Gone, or not ours.
        }
      }
      await ended;
      for (let i = 0; i < 20; i++) {
        try {
          rmSync(folder, { recursive: true, force: true });
          return;
        } catch {
          await sleep(50);
        }
      }
    },
  };
}

/** Runs a fix's commands with bash, then asks again until the request passes or three seconds are over. */
export async function carryOut(server: Running, commands: readonly string[], asked: Asked): Promise<number> {
  for (const command of commands) {
    const run = spawnSync('bash', ['-c', command], { encoding: 'utf8', timeout: 20_000 });
    if (run.status !== 0) throw new Error(`${command}\n${run.stderr}${run.stdout}`);
  }
  let status = 0;
  for (let i = 0; i < 30; i++) {
    status = await server.ask(asked).then(
      (exchange) => exchange.response?.status ?? 0,
      () => 0,
    );
    if (status > 0 && status < 400) return status;
    await sleep(100);
  }
  return status;
}
