import { pipe, regex } from 'valibot';
import { checkOptions, having, maybe, options as optionsOf, text } from '../options.ts';
import type { RateStore } from '../requirements/rate-limit.ts';
import { type Group, inBatches } from './in-batches.ts';
import { remoteClock } from './remote-clock.ts';

type Row = Readonly<Record<string, unknown>>;

/** Sends one query to PostgreSQL: a `pg` Pool or Client is one. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

export interface PostgresStoreOptions {
  /** A pool of `pg`, or a client of it. */
  readonly client: Queryable;
  /** `why403_rates` by default. Made where it is missing. */
  readonly table?: string;
}

/** The table's name goes into the query's text, so that nothing but a plain name is taken. */
export const tableName = pipe(text, regex(/^[a-z_][a-z0-9_]{0,50}$/, 'a name of small letters, digits and _'));
export const queryable = having<Queryable>('a Pool or Client of pg', 'query');

const OPTIONS = optionsOf({ client: queryable, table: maybe(tableName) });

/** Makes a table once, whoever of several processes comes first. */
export function makeTable(client: Queryable, statement: string): () => Promise<unknown> {
  let made: Promise<unknown> | undefined;
  const make = () =>
    // Two CREATE TABLE IF NOT EXISTS at once may both try, and one fails: the second attempt sees the table.
    client.query(statement).catch(() => client.query(statement));
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** A pool tells of a connection that broke while nobody used it by an event, which ends the process if nobody listens. */
export function hearErrors(client: Queryable): void {
  const pool = client as { on?: unknown; listenerCount?: unknown };
  if (typeof pool.on !== 'function' || typeof pool.listenerCount !== 'function') return;
  if (pool.listenerCount('error') === 0) pool.on('error', () => undefined);
}

/** Counts in PostgreSQL, for servers of several processes. The clock is the database's. */
export function postgresStore(options: PostgresStoreOptions): RateStore {
  checkOptions('postgresStore', OPTIONS, options);
  const { client, table = 'why403_rates' } = options;
  hearErrors(client);
  const ready = makeTable(
    client,
    `CREATE UNLOGGED TABLE IF NOT EXISTS ${table} (key text PRIMARY KEY, hits integer NOT NULL, until timestamptz NOT NULL)`,
  );
  // Rows are locked in the order of their keys, so that no two processes wait for each other. What waited in a pool
  // until the database came back counts nothing: its request was answered long ago.
  const statement = `INSERT INTO ${table} AS t (key, hits, until)
    SELECT key, hits, clock_timestamp() + lasts * interval '1 millisecond'
    FROM unnest($1::text[], $2::integer[], $3::float8[]) AS new (key, hits, lasts)
    WHERE extract(epoch FROM clock_timestamp()) * 1000 <= $4::float8 ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN t.until <= clock_timestamp() THEN excluded.hits ELSE t.hits + excluded.hits END,
      until = CASE WHEN t.until <= clock_timestamp() THEN excluded.until ELSE t.until END
    RETURNING key, hits, extract(epoch FROM until - clock_timestamp()) * 1000 AS rest,
      extract(epoch FROM clock_timestamp()) * 1000 AS now`;
  const clock = remoteClock();
  let sweepAt = 0;

  async function count(groups: readonly Group[]): Promise<readonly Row[] | 'late'> {
    const columns = [
      groups.map(({ key }) => key),
      groups.map(({ hits }) => hits.length),
      groups.map(({ lasts }) => lasts),
    ];
    const { rows } = await client.query(statement, [...columns, clock.deadline()]);
    const row = rows[0] ?? (await client.query('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now')).rows[0];
    clock.learn(Number(row?.['now']));
    return rows.length === 0 ? 'late' : rows;
  }

  const hit = inBatches(async (groups) => {
    await ready();
    const rows = await clock.onTime(() => count(groups));
    return new Map(
      rows.map((row) => [String(row['key']), { hits: Number(row['hits']), resetMs: Number(row['rest']) }]),
    );
  });
  return {
    async prepare() {
      await ready();
      await count([]);
    },
    async hit(key, windowMs, now) {
      const found = await hit(key, windowMs);
      if (now > sweepAt) {
        sweepAt = now + 60_000;
        // Old windows are swept now and then; that it fails is no reason to refuse.
        client.query(`DELETE FROM ${table} WHERE until < clock_timestamp()`).catch(() => undefined);
      }
      return found;
    },
  };
}
