import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDenial, openJournal } from '../src/open.ts';
import { send } from './contract/suite.ts';
import { POSTGRES, startPostgres } from './servers/postgres.ts';
import { REDIS, startRedis } from './servers/redis.ts';

/** Inside the package, so that the bundle finds the clients that it leaves out. */
const here = fileURLToPath(new URL('../', import.meta.url));
let directory: string;
let script: string;

beforeAll(async () => {
  directory = await mkdtemp(join(here, 'node_modules', 'guard-workers-')).catch(() => mkdtemp(join(here, '.workers-')));
  script = join(directory, 'worker.mjs');
  const entryPoints = [join(here, 'test/servers/worker.ts')];
  await build({ entryPoints, outfile: script, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function startWorker(url: string): Promise<{ child: ChildProcess; origin: string }> {
  const child = fork(script, [url]);
  return new Promise((resolve, reject) => {
    child.once('message', ({ port }: { port: number }) => resolve({ child, origin: `http://127.0.0.1:${port}` }));
    child.once('exit', () => reject(new Error('a worker ended before it listened')));
  });
}

/** Three processes, thirty requests each at once, twenty allowed in all; any denial is found by its id from outside. */
async function limitTogether(url: string): Promise<void> {
  const workers = await Promise.all([1, 2, 3].map(() => startWorker(url)));
  try {
    const asks = workers.flatMap(({ origin }) => Array.from({ length: 30 }, () => send(origin, {})));
    const answers = await Promise.all(asks);
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(200), count(429), answers.length]).toEqual([20, 70, 90]);
    const rests = answers
      .filter((one) => one.status === 200)
      .map((one) => /r=(\d+)/.exec(one.headers['ratelimit']!)?.[1]);
    expect(rests.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, rest) => rest));
    const journal = await openJournal(url);
    try {
      const ids = answers.filter((one) => one.status === 429).map((one) => JSON.parse(one.body).denial as string);
      await expect.poll(async () => (await journal.recent(100)).length, { timeout: 15_000 }).toBe(70);
      for (const id of ids.slice(0, 5)) {
        expect(await openDenial(id, { journal })).toMatchObject({ id, status: 429, cause: 'rate-limited' });
      }
      await expect(openDenial('AAAAAAAAAAAAAAAA', { journal })).rejects.toThrow('no denial of this id');
    } finally {
      await journal.close?.();
    }
  } finally {
    for (const { child } of workers) child.disconnect();
  }
}

/** The store goes away while the server runs: nothing passes, and nothing crashes. */
async function loseStore(url: string, stop: () => Promise<void>): Promise<void> {
  const { child, origin } = await startWorker(url);
  try {
    expect((await send(origin, {})).status).not.toBe(503);
    await stop();
    const answer = await send(origin, {});
    expect([answer.status, answer.body]).toEqual([503, expect.stringContaining('"Service Unavailable"')]);
    expect(child.exitCode).toBeNull();
  } finally {
    child.disconnect();
  }
}

describe.skipIf(REDIS === undefined)('on Redis or Valkey', () => {
  test('several processes share limits and journal, and refuse when the server is lost', async () => {
    const server = await startRedis();
    await limitTogether(server.url);
    await loseStore(server.url, server.stop);
  }, 60_000);
});

describe.skipIf(!POSTGRES)('on PostgreSQL', () => {
  test('several processes share limits and journal, and refuse when the server is lost', async () => {
    const server = await startPostgres();
    await limitTogether(server.url);
    await loseStore(server.url, server.stop);
  }, 60_000);
});
