import type { Journal } from '../model.ts';
import { checkTable, makeTable, type Queryable } from '../store/postgres.ts';
import { readDenial } from './read-denial.ts';

export interface PostgresJournalOptions {
  readonly client: Queryable;
  /** `why403_denials` by default. Made where it is missing. */
  readonly table?: string;
  /** How long a denial is kept: 30 days by default. */
  readonly keepDays?: number;
}

/** Keeps denials in PostgreSQL, for servers of several processes. */
export function postgresJournal(options: PostgresJournalOptions): Journal {
  const { client, keepDays = 30 } = options;
  const table = checkTable(options.table ?? 'why403_denials');
  const ready = makeTable(
    client,
    `CREATE TABLE IF NOT EXISTS ${table} (id text PRIMARY KEY, at timestamptz NOT NULL, denial jsonb NOT NULL)`,
  );
  let sweepAt = 0;
  return {
    async write(denial) {
      await ready();
      const values = [denial.id, denial.at, JSON.stringify(denial)];
      await client.query(`INSERT INTO ${table} (id, at, denial) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, values);
      if (Date.now() < sweepAt) return;
      sweepAt = Date.now() + 3_600_000;
      await client.query(`DELETE FROM ${table} WHERE at < now() - $1::int * interval '1 day'`, [keepDays]);
    },
    async read(id) {
      await ready();
      const { rows } = await client.query(`SELECT denial::text FROM ${table} WHERE id = $1`, [id]);
      return readDenial(rows[0]?.['denial']);
    },
    async recent(count) {
      await ready();
      const { rows } = await client.query(`SELECT denial::text FROM ${table} ORDER BY at DESC LIMIT $1`, [count]);
      return rows.flatMap((row) => readDenial(row['denial']) ?? []);
    },
  };
}
