import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request as send } from 'node:http';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from '@why403/core';
import nginx, { gather } from '../src/inspect/nginx.ts';
import {
  type Dice,
  type DrawnRequest,
  drawConfig,
  drawRequest,
  drawSite,
  makeDice,
  type SiteEntry,
} from './nginx-generate.ts';

/** What came of a run. */
export interface Agreement {
  pairs: number;
  /** Refused or not refused alike. */
  same: number;
  /** The very status alike. */
  sameStatus: number;
  configs: number;
  /** Fixes that were carried out on the real server, and those that let the request through. */
  fixes: number;
  fixed: number;
  readonly differences: string[];
}

const isRoot = process.geteuid?.() === 0;

/** Whether nginx is on this machine. */
export const hasNginx = (): boolean => spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createTcp().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function buildSite(root: string, site: readonly SiteEntry[]): void {
  mkdirSync(root, { mode: 0o755 });
  writeFileSync(join(root, '..', 'outside.txt'), 'outside');
  for (const { path, kind, to } of site) {
    const full = join(root, path);
    if (kind === 'dir') mkdirSync(full);
    else if (kind === 'file') writeFileSync(full, path);
    else symlinkSync(to as string, full);
  }
  // Rights come last and from the leaves up, so that a closed directory does not stop its own making.
  for (const { path, kind, mode, owner, acl } of [...site].reverse()) {
    const full = join(root, path);
    if (owner && isRoot) (kind === 'link' ? lchownSync : chownSync)(full, owner[0], owner[1]);
    if (mode !== undefined) chmodSync(full, mode);
    if (acl && isRoot) spawnSync('setfacl', ['-m', acl, full]);
  }
}

const USERS = [
  'ann:{PLAIN}right',
  `bob:{SHA}${'2PRZAyDhNDqRW2OUFwZQqPNdaSY='}`,
  'cid:$apr1$abcdefgh$QjR9TxW22WeSWH.i1lUBL.',
].join('\n');

/** Sends a drawn request as it stands; 0 where the connection was closed without an answer. */
export function sendDrawn(port: number, drawn: DrawnRequest): Promise<Exchange['response'] & { status: number }> {
  return new Promise((resolve) => {
    const request = send(
      {
        host: '127.0.0.1',
        port,
        method: drawn.method,
        path: drawn.path,
        headers: drawn.headers.flat() as unknown as Record<string, string>,
        setHost: false,
        agent: false,
        timeout: 10_000,
      },
      (response) => {
        response.resume();
        const done = (): void => {
          const headers: [string, string][] = [];
          for (let i = 0; i < response.rawHeaders.length; i += 2)
            headers.push([response.rawHeaders[i] as string, response.rawHeaders[i + 1] as string]);
          resolve({ status: response.statusCode ?? 0, headers });
        };
        response.on('end', done).on('error', done);
      },
    );
    request.on('error', () => resolve({ status: 0, headers: [] }));
    request.end(drawn.body);
  });
}

const toExchange = (port: number, drawn: DrawnRequest): Exchange => ({
  request: {
    method: drawn.method,
    url: `http://127.0.0.1:${port}${drawn.path}`,
    headers: drawn.headers,
    ...(drawn.body ? { body: { text: drawn.body } } : {}),
  },
  gaps: [],
});

async function waitFor(port: number, server: ChildProcess): Promise<boolean> {
  for (let i = 0; i < 200; i++) {
    if (server.exitCode !== null) return false;
    const { status } = await sendDrawn(port, { method: 'GET', path: '/', headers: [['Host', 'ready.test']], body: '' });
    if (status > 0 || i > 60) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

const refused = (status: number): boolean => status >= 400 || status === 0;

async function tryFix(
  dir: string,
  port: number,
  drawn: DrawnRequest,
  status: number,
  headers: Exchange['request']['headers'],
  result: Agreement,
  seed: number,
): Promise<void> {
  const config = join(dir, 'nginx.conf');
  const exchange: Exchange = { ...toExchange(port, drawn), response: { status, headers } };
  const inspection = await nginx.inspect(exchange, { config, errorLog: join(dir, 'error.log') });
  const fix = inspection.findings[0]?.fixes.find(({ commands }) => commands.length > 0);
  if (!fix || inspection.findings[0]?.weight !== 'proves') return;
  // Only what the fix itself says it touches is put back.
  const before = readFileSync(config);
  const rights = (fix.changes ?? []).map(({ path }) => path).filter((path) => path !== config);
  if (rights.length > 0 && !isRoot) return;
  const facl = rights.length > 0 ? spawnSync('getfacl', ['-p', '--', ...rights], { encoding: 'utf8' }).stdout : '';
  const workers = workersOf(Number(readFileSync(join(dir, 'nginx.pid'), 'utf8')));
  result.fixes++;
  for (const command of fix.commands) spawnSync('bash', ['-c', command], { cwd: dir, stdio: 'ignore' });
  let after = status;
  for (let i = 0; i < 200 && refused(after); i++) {
    after = (await sendDrawn(port, drawn)).status;
    if (refused(after)) await new Promise((resolve) => setTimeout(resolve, 25));
  }
  if (!refused(after)) result.fixed++;
  else
    result.differences.push(
      `seed ${seed}: fix ${JSON.stringify(fix.commands)} left ${after} for ${drawn.method} ${drawn.path} ${JSON.stringify(drawn.headers)}`,
    );
  await settle(dir, workers, () => undefined);
  if (facl) spawnSync('setfacl', ['--restore=-'], { input: facl, cwd: '/' });
  for (const path of rights) if (!facl.includes(`# file: ${path}`)) rmSync(path, { force: true });
  writeFileSync(config, before);
  await settle(dir, undefined, (pid) => process.kill(pid, 'SIGHUP'));
}

const workersOf = (pid: number): string => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();

/** Waits until one worker is left, and another one than before where the configuration was read again. */
async function settle(dir: string, before: string | undefined, act: (pid: number) => void): Promise<void> {
  const pid = Number(readFileSync(join(dir, 'nginx.pid'), 'utf8'));
  const old = before ?? workersOf(pid);
  act(pid);
  for (let i = 0; i < 120; i++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    const now = workersOf(pid);
    if (!now.includes(' ') && (now !== old || (before !== undefined && i > 8))) return;
  }
}

async function runConfig(seed: number, requests: number, fixes: number, result: Agreement): Promise<void> {
  const dice: Dice = makeDice(seed);
  const dir = mkdtempSync(join(tmpdir(), 'why403-nginx-'));
  chmodSync(dir, 0o755);
  const backend = createServer((_, response) => response.end('upstream')).listen(0, '127.0.0.1');
  await new Promise((resolve) => backend.once('listening', resolve));
  const port = await freePort();
  const config = join(dir, 'nginx.conf');
  let server: ChildProcess | undefined;
  try {
    buildSite(join(dir, 'www'), drawSite(dice));
    writeFileSync(join(dir, 'users'), `${USERS}\n`);
    writeFileSync(config, drawConfig(dice, dir, port, (backend.address() as AddressInfo).port));
    if (spawnSync('nginx', ['-t', '-q', '-p', dir, '-c', config], { stdio: 'ignore' }).status !== 0) return;
    server = spawn('nginx', ['-p', dir, '-c', config], { stdio: 'ignore' });
    if (!(await waitFor(port, server))) return;
    result.configs++;
    let tried = 0;
    const seen = new Set<string>();
    for (let i = 0; i < requests; i++) {
      const drawn = drawRequest(dice, port);
      const { ways } = gather(toExchange(port, drawn), { config });
      const predicted = ways[0]?.outcome.status ?? -1;
      const { status, headers } = await sendDrawn(port, drawn);
      // The upstream of this run answers 200 to everything.
      const told = predicted === 0 ? 200 : predicted === 444 ? 0 : predicted;
      result.pairs++;
      if (told === status) result.sameStatus++;
      if (refused(told) === refused(status)) result.same++;
      if (told !== status) {
        const way = ways[0];
        const trail = way?.outcome.decisions
          .map(({ kind, status: one, directive }) => `${kind} ${one}${directive ? ` line ${directive.line}` : ''}`)
          .join(' > ');
        result.differences.push(
          `${refused(told) === refused(status) ? 'status' : 'VERDICT'} seed ${seed}: real ${status}, told ${told} for ${drawn.method} ${drawn.path} ${JSON.stringify(drawn.headers)}; ${way?.outcome.location?.directive.args.join(' ')} [${trail}] ${[...(way?.run.unseen ?? [])].join(' | ')}`,
        );
      }
      const key = way403(ways[0]);
      if (tried < fixes && told === status && refused(status) && key && !seen.has(key)) {
        seen.add(key);
        tried++;
        await tryFix(dir, port, drawn, status, headers, result, seed);
      }
    }
  } finally {
    backend.close();
    if (server && server.exitCode === null) {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    }
    if (!process.env.WHY403_KEEP) rmSync(dir, { recursive: true, force: true });
    else execFileSync('echo', [dir]);
  }
}

/** One of each kind of refusal per configuration gets its fix tried. */
function way403(way: ReturnType<typeof gather>['ways'][number] | undefined): string | undefined {
  const decision = way?.outcome.decisions[0];
  return decision ? `${decision.kind}:${decision.directive?.line ?? decision.path ?? ''}` : undefined;
}

/**
 * Holds the evaluator against real nginx over generated configurations and requests.
 * @param fixes how many fixes per configuration are carried out on the real server
 */
export async function compareWithNginx(
  seed: number,
  configs: number,
  requests: number,
  fixes: number,
): Promise<Agreement> {
  const result: Agreement = { pairs: 0, same: 0, sameStatus: 0, configs: 0, fixes: 0, fixed: 0, differences: [] };
  for (let i = 0; i < configs; i++) await runConfig(seed + i, requests, fixes, result);
  return result;
}
