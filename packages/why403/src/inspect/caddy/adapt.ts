/** The configuration as Caddy itself understands it: JSON as it is, a Caddyfile through `caddy adapt`. */
import { dirname, isAbsolute, join } from 'node:path';
import type { ReadText } from '../shared/config-edit.ts';
import { sayFileError } from '../shared/log-tail.ts';
import { runProgram } from '../shared/run-program.ts';
import { type Asked, onlyConcerning } from './concerning.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export interface Adapted {
  readonly json: JsonObject | undefined;
  readonly unseen: readonly string[];
  /** Milliseconds that Caddy took. */
  readonly took?: number;
}

const MOST_TIME = 45_000;
const MAX_OUTPUT = 16 * 1024 * 1024;
/** It runs once and ends, so it collects garbage only where its memory grows large: a third of its time, or more, was that. */
const LITTLE_COLLECTING = { GOGC: 'off', GOMEMLIMIT: '128MiB' };

export const isJsonFile = (file: string): boolean => /\.json5?$/.test(file);

/** Adapts the text that `read` gives for the file, or what of it concerns what is asked. Nothing of the running server is touched. */
export function adaptConfig(
  file: string,
  read: ReadText,
  env: Readonly<Record<string, string>>,
  asked?: Asked,
): Adapted {
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
  const part = asked ? onlyConcerning(text, asked) : text;
  const adapted = adaptText(file, part, env);
  // A part that Caddy does not take was cut wrong.
  return adapted.json || part === text ? adapted : adaptText(file, text, env);
}

function adaptText(file: string, text: string, env: Readonly<Record<string, string>>): Adapted {
  // `caddy adapt` reads files only, so the text goes to a folder of its own; imports are made absolute for that.
  const fixed = text.replace(/^(\s*import\s+)([^\s(][^\s]*)/gm, (whole, head: string, path: string) =>
    /[/.*]/.test(path) && !isAbsolute(path) && !path.startsWith('{') ? `${head}${join(dirname(file), path)}` : whole,
  );
  const run = runProgram('caddy', ['adapt', '--config', 'Caddyfile', '--adapter', 'caddyfile'], {
    timeout: MOST_TIME,
    maxBuffer: MAX_OUTPUT,
    files: { Caddyfile: fixed },
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', ...LITTLE_COLLECTING, HOME: '.', ...env },
  });
  const nothing = (why: string): Adapted => ({ json: undefined, unseen: [`${file}: ${why}.`], took: run.took ?? 0 });
  if (run.failed) return nothing(`${notRun(run.failed)}, so the Caddyfile could not be read as Caddy reads it`);
  if (run.status !== 0)
    return nothing(`caddy adapt refuses it: ${run.stderr.trim().split('\n').at(-1)?.slice(0, 300)}`);
  try {
    return { json: JSON.parse(run.stdout) as JsonObject, unseen: [], took: run.took ?? 0 };
  } catch {
    return nothing('what caddy adapt gave could not be read');
  }
}

/** Why `caddy adapt` gave nothing, as a clause. */
function notRun(why: string): string {
  if (why === 'ENOENT') return 'caddy is not installed here';
  if (why === 'ETIMEDOUT') return `caddy adapt did not end within ${MOST_TIME / 1000} seconds`;
  return `caddy adapt could not be run (${why})`;
}
