import { stat } from 'node:fs/promises';
import { GuardError } from './error.ts';
import { importPackage } from './journal/import-package.ts';
import { jsonLines } from './journal/json-lines.ts';
import { postgresJournal } from './journal/postgres.ts';
import { redisJournal } from './journal/redis.ts';
import { sqlite } from './journal/sqlite.ts';
import type { Denial, Journal } from './model.ts';
import { type SealedDenial, unseal } from './seal.ts';
import type { Secret } from './secret.ts';

export { GuardError } from './error.ts';
export { formatDenial } from './format-denial.ts';
export type { Denial, Journal } from './model.ts';
export { type SealedDenial, unseal } from './seal.ts';

/** What a denial is opened with. */
export interface OpenOptions {
  /** The secrets that the server seals with. */
  readonly keys?: readonly Secret[];
  /** The journal that the server writes. */
  readonly journal?: Pick<Journal, 'read'>;
}

/**
 * Opens a sealed token, or finds a denial by its id.
 * @throws {GuardError} `sealed-form`, `sealed-key`, `key-missing`, `journal-missing`, `denial-unknown`.
 */
export async function openDenial(tokenOrId: string, options: OpenOptions): Promise<Denial | SealedDenial> {
  const text = typeof tokenOrId === 'string' ? tokenOrId.trim() : '';
  if (text.startsWith('w1.')) {
    if (options.keys === undefined || options.keys.length === 0) {
      throw new GuardError('key-missing', 'A sealed token needs its key.', 'Give the secret of sealWith().');
    }
    return unseal(text, options.keys);
  }
  if (!/^[A-Za-z0-9_-]{8,64}$/.test(text)) {
    throw new GuardError('sealed-form', 'This is neither a sealed token nor an id.', 'Copy `denial` or `sealed`.');
  }
  if (options.journal === undefined) {
    throw new GuardError('journal-missing', 'An id needs the journal.', 'Name the journal that the server writes.');
  }
  const found = await options.journal.read(text);
  if (found !== undefined) return found;
  throw new GuardError('denial-unknown', 'The journal has no denial of this id.', 'It may be older than what is kept.');
}

/**
 * Opens a journal by its place: `denials.jsonl`, `denials.sqlite` or `.db`, `redis://…` (with the package ioredis),
 * `postgres://…` (with the package pg). Close it when done.
 * @throws {GuardError} `journal-place`, `journal-package`
 */
export async function openJournal(place: string): Promise<Journal> {
  if (/^rediss?:\/\//.test(place)) return openRedis(place);
  if (/^postgres(?:ql)?:\/\//.test(place)) return openPostgres(place);
  const isSqlite = /\.(?:sqlite3?|db)$/.test(place);
  if ((isSqlite || /\.(?:jsonl|ndjson|log)$/.test(place)) && (await isFile(place))) {
    return isSqlite ? sqlite(place) : jsonLines(place);
  }
  throw new GuardError('journal-place', `"${place}" names no journal.`, 'Give a .jsonl or .sqlite file, or a URL.');
}

/** A name that was mistyped must not become an empty journal. */
async function isFile(place: string): Promise<boolean> {
  const found = await stat(place).catch(() => undefined);
  return found?.isFile() === true;
}

async function openRedis(url: string): Promise<Journal> {
  const { Redis } = await load('ioredis');
  const client = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: 5000 });
  // Each command's own error is thrown; without a listener the client would print it as well.
  client.on('error', () => undefined);
  return { ...redisJournal({ send: (words) => client.call(...words) }), close: () => client.disconnect() };
}

async function openPostgres(url: string): Promise<Journal> {
  const library = await load('pg');
  const { Pool } = library.default ?? library;
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5000 });
  pool.on('error', () => undefined);
  return { ...postgresJournal({ client: pool }), close: () => pool.end() };
}

async function load(name: string) {
  const library = await importPackage(name);
  if (library !== undefined) return library;
  throw new GuardError('journal-package', `The package ${name} is not installed.`, `Install the package ${name}.`);
}
