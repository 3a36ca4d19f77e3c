import { GuardError } from '../error.ts';
import type { Denial, Journal } from '../model.ts';
import { checkOptions, count, maybe, options as optionsOf } from '../options.ts';
import { importPackage } from './import-package.ts';
import { FILE } from './json-lines.ts';
import { atMost, readDenial } from './read-denial.ts';
import { together } from './together.ts';

export interface SqliteOptions {
  /** Denials kept: 100,000 by default. */
  readonly most?: number;
}

const OPTIONS = optionsOf({ most: maybe(count(1, 1e9)) });

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
  checkOptions('sqlite', FILE, { file });
  checkOptions('sqlite', OPTIONS, options);
  const most = options.most ?? 100_000;
  const opened = (await openNative(file)) ?? (await openWasm(file));
  if (opened === undefined) {
    throw new GuardError('sqlite-missing', 'This Node has no SQLite.', 'Install node-sqlite3-wasm, or use Node 22.13.');
  }
  const database = opened;
  database.run('CREATE TABLE IF NOT EXISTS denials (n INTEGER PRIMARY KEY, id TEXT UNIQUE, denial TEXT NOT NULL)', []);
  const texts = (rows: readonly Record<string, unknown>[]) => rows.flatMap((row) => readDenial(row['denial']) ?? []);

  /** One transaction, and so one write to the disk, for a whole batch: a guard hands over few, and none in a request. */
  function writeAll(denials: readonly Denial[]): void {
    database.run('BEGIN IMMEDIATE', []);
    try {
      for (const denial of denials) {
        database.run('INSERT OR REPLACE INTO denials (id, denial) VALUES (?, ?)', [denial.id, JSON.stringify(denial)]);
      }
      database.run('DELETE FROM denials WHERE n <= (SELECT max(n) FROM denials) - ?', [most]);
      database.run('COMMIT', []);
    } catch (error) {
      database.run('ROLLBACK', []);
      throw error;
    }
  }
  return {
    write: together(writeAll),
    read: (id) => texts(database.all('SELECT denial FROM denials WHERE id = ?', [id]))[0],
    recent: (count) => texts(database.all('SELECT denial FROM denials ORDER BY n DESC LIMIT ?', [atMost(count)])),
    close: () => database.close(),
  };
}

/** Another process's batch is waited for so long, and no longer: meanwhile nothing else happens in this one. */
const PATIENCE = 'PRAGMA busy_timeout = 50';

/** Modules are named in variables, so that a bundler of a Worker leaves them alone. */
const NATIVE = 'node:sqlite';
const WASM = 'node-sqlite3-wasm';

async function openNative(file: string): Promise<Database | undefined> {
  const library = await import(NATIVE).catch(() => undefined);
  if (library === undefined) return undefined;
  const database = new library.DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${PATIENCE}`);
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
  database.exec(PATIENCE);
  return {
    run: (sql, values) => void database.run(sql, values),
    all: (sql, values) => database.all(sql, values),
    close: () => database.close(),
  };
}
