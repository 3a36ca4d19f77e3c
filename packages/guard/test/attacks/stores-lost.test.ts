import { Redis } from 'ioredis';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createGuard } from '../../src/index.ts';
import { postgresJournal, redisJournal } from '../../src/journal.ts';
import { postgresStore, redisStore } from '../../src/store.ts';
import { POSTGRES, startPostgres } from '../servers/postgres.ts';
import { REDIS, startRedis } from '../servers/redis.ts';
import { authenticate, flood, limited, pause, quiet, statuses } from './flood.ts';

describe.skipIf(REDIS === undefined)('with a real Redis', () => {
  test('a flood fills no more of it than is allowed, and everything expires', async () => {
    const server = await startRedis();
    onTestFinished(() => server.stop());
    const client = new Redis(server.url);
    let commands = 0;
    const send = (words: [string, ...string[]]) => {
      commands++;
      return client.call(...words);
    };
    const journal = redisJournal({ send, most: 300 });
    const guard = createGuard({ authenticate, journal, onFault: () => undefined });
    await flood(guard);
    await guard.flush();
    expect(await client.dbsize()).toBe(301);
    expect(commands).toBeLessThan(40);
    for (const key of await client.keys('*')) expect(await client.ttl(key)).toBeGreaterThan(0);
    const [newest] = await journal.recent(1);
    expect(await journal.read(newest!.id)).toEqual(newest);
    client.disconnect();
  }, 60_000);

  test('one that hangs, dies and comes back refuses at once, and counts nothing afterwards', async () => {
    const server = await startRedis();
    // As people make them: commands wait in the client while the server is away.
    const client = new Redis(server.url, { retryStrategy: () => 100 });
    client.on('error', () => undefined);
    let sent = 0;
    const send = (words: [string, ...string[]]) => {
      sent++;
      return client.call(...words);
    };
    const limit = limited(redisStore({ send }), { storeDeadlineMs: 400 });
    const guard = createGuard(quiet);
    await pause(200);
    expect(await statuses(guard, limit, 3)).toBe('{"200":3}');
    server.signal('SIGSTOP');
    sent = 0;
    expect(await statuses(guard, limit, 200)).toBe('{"503":200}');
    expect(sent).toBe(3);
    await pause(1300);
    server.signal('SIGCONT');
    await pause(600);
    expect(await statuses(guard, limit, 3)).toBe('{"200":2,"429":1}');
    await server.stop();
    sent = 0;
    expect(await statuses(guard, limit, 200)).toBe('{"503":200}');
    expect(sent).toBeLessThanOrEqual(4);
    await pause(1300);
    const again = await startRedis(server.port);
    onTestFinished(() => again.stop());
    await client.ping();
    await pause(600);
    expect(await statuses(guard, limit, 6)).toBe('{"200":5,"429":1}');
    client.disconnect();
  }, 60_000);
});

describe.skipIf(!POSTGRES)('with a real PostgreSQL', () => {
  test('a flood, a hang and a crash of it leave bounds, counts and the process whole', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    // Without a listener of its own for errors: a connection that breaks while it is idle would end the process.
    const pool = new pg.Pool({ connectionString: server.url, max: 3 });
    onTestFinished(() => pool.end());
    let queries = 0;
    const query = pool.query.bind(pool) as (text: string, values?: unknown[]) => Promise<pg.QueryResult>;
    const client = Object.assign(Object.create(pool) as pg.Pool, {
      query: (text: string, values?: unknown[]) => {
        queries++;
        return query(text, values);
      },
    });
    const journal = postgresJournal({ client, most: 300 });
    const limit = limited(postgresStore({ client }), { storeDeadlineMs: 400 });
    const guard = createGuard({ authenticate, journal, onFault: () => undefined });
    await flood(guard);
    await guard.flush();
    expect(queries).toBeLessThan(60);
    await journal.write({ ...(await journal.recent(1))[0]!, id: 'one-more' });
    const count = await query('SELECT count(*)::int AS n FROM why403_denials');
    expect(count.rows[0]?.n).toBeLessThanOrEqual(1001);
    expect(await statuses(guard, limit, 3)).toBe('{"200":3}');
    server.signal('SIGSTOP');
    queries = 0;
    expect(await statuses(guard, limit, 200)).toBe('{"503":200}');
    expect(queries).toBeLessThanOrEqual(4);
    await pause(1300);
    server.signal('SIGCONT');
    await pause(600);
    expect(await statuses(guard, limit, 3)).toBe('{"200":2,"429":1}');
    await server.kill();
    expect(await statuses(guard, limit, 200)).toBe('{"503":200}');
    await server.start();
    await pause(600);
    // The crash emptied the table, which is unlogged.
    expect(await statuses(guard, limit, 6)).toBe('{"200":5,"429":1}');
  }, 90_000);
});
