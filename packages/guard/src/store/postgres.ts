import { GuardError } from '../error.ts';
import type { RateStore } from '../requirements/rate-limit.ts';

/** Sends one query to PostgreSQL: a `pg` Pool or Client is one. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

export interface PostgresStoreOptions {
  readonly client: Queryable;
  /** `why403_rates` by default. Made where it is missing. */
  readonly table?: string;
}

/** The table's name goes into the query's text, so that nothing but a plain name is taken. */
export function checkTable(name: string): string {
  if (/^[a-z_][a-z0-9_]{0,50}$/.test(name)) return name;
  throw new GuardError('table-name', `"${name}" is no plain table name.`, 'Use small letters, digits and _.');
}

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

/** Counts in PostgreSQL, for servers of several processes. The clock is the database's. */
export function postgresStore(options: PostgresStoreOptions): RateStore {
  const table = checkTable(options.table ?? 'why403_rates');
  const ready = makeTable(
    options.client,
    `CREATE UNLOGGED TABLE IF NOT EXISTS ${table} (key text PRIMARY KEY, hits integer NOT NULL, until timestamptz NOT NULL)`,
  );
  const count = `INSERT INTO ${table} AS t (key, hits, until)
    VALUES ($1, 1, clock_timestamp() + $2::float8 * interval '1 millisecond')
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN t.until <= clock_timestamp() THEN 1 ELSE t.hits + 1 END,
      until = CASE WHEN t.until <= clock_timestamp() THEN excluded.until ELSE t.until END
    RETURNING hits, extract(epoch FROM until - clock_timestamp()) * 1000 AS rest`;
  let sweepAt = 0;
  return {
    async hit(key, windowMs, now) {
      await ready();
      const { rows } = await options.client.query(count, [key.slice(0, 500), windowMs]);
      if (now > sweepAt) {
        sweepAt = now + 60_000;
        // Old windows are swept now and then; that it fails is no reason to refuse.
        options.client.query(`DELETE FROM ${table} WHERE until < clock_timestamp()`).catch(() => undefined);
      }
      return { hits: Number(rows[0]?.['hits']), resetMs: Number(rows[0]?.['rest']) };
    },
  };
}
