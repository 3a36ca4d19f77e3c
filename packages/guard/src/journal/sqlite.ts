import { isBuiltin } from 'node:module';
import { GuardError } from '../error.ts';
import type { Journal } from '../model.ts';
import { checkOptions, count, maybe, options as optionsOf } from '../options.ts';
import { checkFile } from './file-place.ts';
import { resolvePackage } from './import-package.ts';
import { atMost, readDenial } from './read-denial.ts';
import { startThread } from './sqlite-thread.ts';
import { together } from './together.ts';

export interface SqliteOptions {
  /** Denials kept: 100,000 by default. */
  readonly most?: number;
}

const OPTIONS = optionsOf({ most: maybe(count(1, 1e9)) });

/** Modules are named in variables, so that a bundler of a Worker leaves them alone. */
const NATIVE = 'node:sqlite';
const WASM = 'node-sqlite3-wasm';

/**
 * Keeps denials in a SQLite file, for one machine, in a thread of its own: no request waits for the disk. Uses Node's own
 * `node:sqlite` where there is one, else the package `node-sqlite3-wasm`, which runs on Node 20 and compiles nothing.
 * @throws {GuardError} `sqlite-missing` where there is neither.
 */
export async function sqlite(file: string, options: SqliteOptions = {}): Promise<Journal> {
  checkFile('sqlite', file);
  checkOptions('sqlite', OPTIONS, options);
  const library = isBuiltin(NATIVE) ? NATIVE : resolvePackage(WASM);
  if (library === undefined) {
    throw new GuardError('sqlite-missing', 'This Node has no SQLite.', 'Install node-sqlite3-wasm, or use Node 22.13.');
  }
  const thread = await startThread({ file, library, most: options.most ?? 100_000 });
  return {
    write: together((denials) => thread.ask({ write: denials.map((one) => [one.id, JSON.stringify(one)]) })),
    read: async (id) => readDenial((await thread.ask({ id }))[0]),
    recent: async (number) => (await thread.ask({ recent: atMost(number) })).flatMap((text) => readDenial(text) ?? []),
    close: () => thread.close(),
  };
}
