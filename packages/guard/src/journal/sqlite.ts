import { GuardError } from '../error.ts';
import type { Denial, Journal } from '../model.ts';
import { importPackage } from './import-package.ts';
import { readDenial } from './read-denial.ts';

export interface SqliteOptions {
  /** Denials kept: 100,000 by default. */
  readonly most?: number;
}

/** What is used of either library: one statement run or read at a time. */
interface Database {
  run(sql: string, values: readonly (string | number)[]): void;
  all(sql: string, values: readonly (string | number)[]): readonly Record<string, unknown>[];
  close(): void;
}

/**
 * Keeps denials in a SQLite file, for one machine. Uses Node's own `node:sqlite` where there is one, else the package
 * `node-sqlite3-wasm`, which runs on Node 20 and compiles nothing.
 * @throws {GuardError} `sqlite-missing` where there is neither.
 */
export async function sqlite(file: string, options: SqliteOptions = {}): Promise<Journal> {
  const most = options.most ?? 100_000;
  const database = (await openNative(file)) ?? (await openWasm(file));
  if (database === undefined) {
    throw new GuardError('sqlite-missing', 'This Node has no SQLite.', 'Install node-sqlite3-wasm, or use Node 22.13.');
  }
  database.run('CREATE TABLE IF NOT EXISTS denials (n INTEGER PRIMARY KEY, id TEXT UNIQUE, denial TEXT NOT NULL)', []);
  const texts = (rows: readonly Record<string, unknown>[]) => rows.flatMap((row) => readDenial(row['denial']) ?? []);
  return {
    write(denial: Denial) {
      database.run('INSERT OR REPLACE INTO denials (id, denial) VALUES (?, ?)', [denial.id, JSON.stringify(denial)]);
      database.run('DELETE FROM denials WHERE n <= (SELECT max(n) FROM denials) - ?', [most]);
    },
    read: (id) => texts(database.all('SELECT denial FROM denials WHERE id = ?', [id]))[0],
    recent: (count) => texts(database.all('SELECT denial FROM denials ORDER BY n DESC LIMIT ?', [count])),
    close: () => database.close(),
  };
}

/** Modules are named in variables, so that a bundler of a Worker leaves them alone. */
const NATIVE = 'node:sqlite';
const WASM = 'node-sqlite3-wasm';

async function openNative(file: string): Promise<Database | undefined> {
  const library = await import(NATIVE).catch(() => undefined);
  if (library === undefined) return undefined;
  const database = new library.DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 2000');
  return {
    run: (sql, values) => void database.prepare(sql).run(...values),
    all: (sql, values) => database.prepare(sql).all(...values),
    close: () => database.close(),
  };
}

async function openWasm(file: string): Promise<Database | undefined> {
  const library = await importPackage(WASM);
  if (library === undefined) return undefined;
  const { Database } = library.default ?? library;
  const database = new Database(file);
  database.exec('PRAGMA busy_timeout = 2000');
  return {
    run: (sql, values) => void database.run(sql, values),
    all: (sql, values) => database.all(sql, values),
    close: () => database.close(),
  };
}
