import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../contract/listen.ts';

/** The first of some commands that this machine has. */
export function findCommand(names: readonly string[]): string | undefined {
  return names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
}

export const REDIS = findCommand(['valkey-server', 'redis-server']);
if (REDIS === undefined) console.log('skipped: neither valkey-server nor redis-server is installed');

/** A server that a test may stop, let hang and start again. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  /** Lets it hang, or go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  stop(): Promise<void>;
}

/** A Redis or Valkey of its own on loopback, without any file of another. */
export async function startRedis(at?: number): Promise<TestServer> {
  const port = at ?? (await freePort());
  const directory = await mkdtemp(join(tmpdir(), 'guard-redis-'));
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    directory,
  ];
  const server = spawn(REDIS!, settings, { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: 100 });
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
  return {
    url,
    port,
    signal: (name) => void server.kill(name),
    async stop() {
      server.kill('SIGKILL');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
