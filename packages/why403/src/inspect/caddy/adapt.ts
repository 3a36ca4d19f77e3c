/** The configuration as Caddy itself understands it: JSON as it is, a Caddyfile through `caddy adapt`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { ReadText } from '../shared/config-edit.ts';
import { sayFileError } from '../shared/log-tail.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export interface Adapted {
  readonly json: JsonObject | undefined;
  readonly unseen: readonly string[];
}

const MOST_TIME = 10_000;
const MAX_OUTPUT = 16 * 1024 * 1024;

export const isJsonFile = (file: string): boolean => /\.json5?$/.test(file);

/** Adapts the text that `read` gives for the file. Nothing of the running server is touched. */
export function adaptConfig(file: string, read: ReadText, env: Readonly<Record<string, string>>): Adapted {
  let text: string;
  try {
    text = read(file);
  } catch (error) {
    return { json: undefined, unseen: [`${file}: ${sayFileError(error)}.`] };
  }
  if (isJsonFile(file)) {
    try {
      return { json: JSON.parse(text) as JsonObject, unseen: [] };
    } catch {
      return { json: undefined, unseen: [`${file}: not valid JSON.`] };
    }
  }
  // `caddy adapt` reads files only, so the text goes to a folder of its own; imports are made absolute for that.
  const folder = mkdtempSync(join(tmpdir(), 'why403-'));
  try {
    const copy = join(folder, 'Caddyfile');
    const fixed = text.replace(/^(\s*import\s+)([^\s(][^\s]*)/gm, (whole, head: string, path: string) =>
      /[/.*]/.test(path) && !isAbsolute(path) && !path.startsWith('{') ? `${head}${join(dirname(file), path)}` : whole,
    );
    writeFileSync(copy, fixed, { mode: 0o600 });
    const run = spawnSync('caddy', ['adapt', '--config', copy, '--adapter', 'caddyfile'], {
      encoding: 'utf8',
      timeout: MOST_TIME,
      maxBuffer: MAX_OUTPUT,
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: folder, ...env },
    });
    if (run.error)
      return {
        json: undefined,
        unseen: [`${file}: ${notRun(run.error)}, so the Caddyfile could not be read as Caddy reads it.`],
      };
    if (run.status !== 0)
      return {
        json: undefined,
        unseen: [`${file}: caddy adapt refuses it: ${run.stderr.trim().split('\n').at(-1)?.slice(0, 300)}.`],
      };
    return { json: JSON.parse(run.stdout) as JsonObject, unseen: [] };
  } catch {
    return { json: undefined, unseen: [`${file}: what caddy adapt gave could not be read.`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Why `caddy adapt` gave nothing, as a clause. */
function notRun(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'caddy is not installed here';
  if (error.code === 'ETIMEDOUT') return `caddy adapt did not end within ${MOST_TIME / 1000} seconds`;
  return `caddy adapt could not be run (${error.code ?? error.message})`;
}
