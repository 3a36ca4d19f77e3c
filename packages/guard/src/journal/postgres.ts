import type { Denial, Journal } from '../model.ts';
import { checkOptions, count, maybe, options as optionsOf } from '../options.ts';
import { hearErrors, makeTable, type Queryable, queryable, tableName } from '../store/postgres.ts';
import { atMost, readDenial } from './read-denial.ts';
import { together } from './together.ts';

export interface PostgresJournalOptions {
  /** A pool of `pg`, or a client of it. */
  readonly client: Queryable;
  /** `why403_denials` by default. Made where it is missing. */
  readonly table?: string;
  /** How long a denial is kept: 30 days by default. */
  readonly keepDays?: number;
  /** Denials kept: 100,000 by default. */
  readonly most?: number;
}

const OPTIONS = optionsOf({
  client: queryable,
  table: maybe(tableName),
  keepDays: maybe(count(1, 36_500)),
  most: maybe(count(1, 1e9)),
});

/** Old rows and those beyond the bound are taken out after so many new ones, and at least once an hour. */
const SWEEP_AFTER = 1000;
const SWEEP_MS = 3_600_000;

/** Keeps denials in PostgreSQL, for servers of several processes. */
export function postgresJournal(options: PostgresJournalOptions): Journal {
  checkOptions('postgresJournal', OPTIONS, options);
  const { client, table = 'why403_denials', keepDays = 30, most = 100_000 } = options;
  hearErrors(client);
  const make = makeTable(
    client,
    `CREATE TABLE IF NOT EXISTS ${table} (id text PRIMARY KEY, at timestamptz NOT NULL, denial jsonb NOT NULL)`,
  );
  const index = makeTable(client, `CREATE INDEX IF NOT EXISTS ${table}_at ON ${table} (at)`);
  const ready = () => make().then(index);
  let sweepAt = 0;
  let written = 0;

  async function writeAll(denials: readonly Denial[]): Promise<void> {
    await ready();
    const columns = [
      denials.map(({ id }) => id),
      denials.map(({ at }) => at),
      denials.map((one) => JSON.stringify(one)),
    ];
    await client.query(
      `INSERT INTO ${table} (id, at, denial)
        SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::jsonb[]) ON CONFLICT DO NOTHING`,
      columns,
    );
    written += denials.length;
    if (Date.now() >= sweepAt || written >= SWEEP_AFTER) await sweep();
  }

  async function sweep(): Promise<void> {
    sweepAt = Date.now() + SWEEP_MS;
    written = 0;
    await client.query(`DELETE FROM ${table} WHERE at < now() - $1::int * interval '1 day'`, [keepDays]);
    const beyond = `SELECT at FROM ${table} ORDER BY at DESC OFFSET $1 LIMIT 1`;
    await client.query(`DELETE FROM ${table} WHERE at <= (${beyond})`, [most]);
  }
  return {
    write: together(writeAll),
    async read(id) {
      await ready();
      const { rows } = await client.query(`SELECT denial::text FROM ${table} WHERE id = $1`, [id]);
      return readDenial(rows[0]?.['denial']);
    },
    async recent(number) {
      await ready();
      const { rows } = await client.query(`SELECT denial::text FROM ${table} ORDER BY at DESC LIMIT $1`, [
        atMost(number),
      ]);
      return rows.flatMap((row) => readDenial(row['denial']) ?? []);
    },
  };
}
