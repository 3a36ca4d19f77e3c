import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import pg from 'pg';
import { allOf, createGuard, rateLimit, requestMeets } from '../../src/index.ts';
import { postgresJournal, redisJournal } from '../../src/journal.ts';
import { node } from '../../src/node.ts';
import { postgresStore, redisStore } from '../../src/store.ts';

/** One process of several: a guarded server whose counts and denials are kept elsewhere. Its argument is the store's URL. */
const url = process.argv[2]!;
const isRedis = url.startsWith('redis');
const redis = isRedis ? new Redis(url) : undefined;
const pool = isRedis ? undefined : new pg.Pool({ connectionString: url, max: 5 });
// Both clients tell of a lost connection by an event; without a listener it would end the process.
redis?.on('error', () => undefined);
pool?.on('error', () => undefined);
const send = (words: [string, ...string[]]) => redis!.call(...words);
const store = isRedis ? redisStore({ send }) : postgresStore({ client: pool! });
const journal = isRedis ? redisJournal({ send }) : postgresJournal({ client: pool! });

const guard = node(createGuard({ journal, deadlineMs: 1000, onFault: () => undefined }));
const limited = allOf(
  rateLimit({ limit: 20, windowSeconds: 600, by: () => 'everyone', store, storeDeadlineMs: 5000 }),
  requestMeets('always', () => true),
);
const server = createServer(guard(limited, (_req, res) => res.end('allowed')));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit(0));
