import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Shell = readonly [name: string, words: readonly string[]];

/** Every shell that a printed line is for, with the words that start it on a script without the user's own settings. */
export const SHELLS: readonly Shell[] = [
  ['sh', []],
  ['dash', []],
  ['bash', ['--norc', '--noprofile']],
  ['zsh', ['-f']],
  ['fish', ['--no-config']],
];

export const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

export const missing = SHELLS.map(([shell]) => shell).filter((shell) => !isThere(shell));
if (missing.length) console.log(`skipped: printed lines are not tried in ${missing.join(', ')}: not installed`);

/** What a program was started with. */
export interface Started {
  readonly args: readonly Buffer[];
  /** Its standard input, read only where the last argument says so (`@-`). */
  readonly stdin: Buffer | undefined;
}

export interface RanLines {
  readonly started: readonly Started[];
  readonly status: number | null;
  readonly stderr: string;
  /** Files in the working folder that were not there before. */
  readonly made: readonly string[];
}

// A stand-in for the program, as small as a process can be: its arguments, then what came in, in hexadecimal.
const RECORDER = `#!/bin/sh
printf '%s\\0' "$#" "$@" >>"$RECORD"
for last; do :; done
if [ "$last" = @- ]; then { /usr/bin/od -An -v -tx1 | /usr/bin/tr -d ' \\n'; printf '\\0'; } >>"$RECORD"; else printf '\\0' >>"$RECORD"; fi
`;

/** Runs lines in one shell, where `curl` records how it was started and no other program is in reach. */
export async function runLines(
  [shell, words]: Shell,
  lines: readonly string[],
  how: 'script' | 'typed' = 'script',
): Promise<RanLines> {
  const root = mkdtempSync(join(tmpdir(), 'why403-shell-'));
  try {
    const [bin, work, home] = ['bin', 'work', 'home'].map((name) => join(root, name)) as [string, string, string];
    for (const folder of [bin, work, home]) mkdirSync(folder);
    // names that an unquoted pattern would match
    const decoys = ['a', 'ab', 'x y', '-o', '=', '%self', '~', 'a{b,c}'];
    for (const name of decoys) writeFileSync(join(work, name), 'decoy');
    writeFileSync(join(bin, 'curl'), RECORDER, { mode: 0o755 });
    const record = join(root, 'record');
    writeFileSync(record, '');
    const script = join(root, 'script');
    writeFileSync(script, `${lines.join('\n')}\n`);
    const program = spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', shell], { encoding: 'utf8' }).stdout.trim();
    const ended = await run(program, [...words, ...(how === 'script' ? [script] : [])], {
      cwd: work,
      env: { PATH: bin, HOME: home, RECORD: record, LC_ALL: 'C.UTF-8', TERM: 'dumb', HISTFILE: '/dev/null' },
      stdin: how === 'script' ? undefined : script,
    });
    const made = readdirSync(work).filter((name) => !decoys.includes(name));
    return { ...ended, started: readRecord(readFileSync(record)), made };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function run(
  program: string,
  words: readonly string[],
  { cwd, env, stdin }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly stdin: string | undefined },
): Promise<Pick<RanLines, 'status' | 'stderr'>> {
  return new Promise((resolve, reject) => {
    const input = stdin === undefined ? 'ignore' : openSync(stdin, 'r');
    const child = spawn(program, words, { cwd, env, stdio: [input, 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (input !== 'ignore') closeSync(input);
      resolve({ status, stderr });
    });
  });
}

function readRecord(record: Buffer): Started[] {
  const started: Started[] = [];
  let at = 0;
  const next = (): Buffer => {
    const end = record.indexOf(0, at);
    const field = record.subarray(at, end);
    at = end + 1;
    return field;
  };
  while (at < record.length) {
    const args = Array.from({ length: Number(next().toString()) }, next);
    const stdin = next();
    started.push({ args, stdin: args.at(-1)?.toString() === '@-' ? Buffer.from(stdin.toString(), 'hex') : undefined });
  }
  return started;
}

/** Random numbers from a seed (mulberry32), so that a run can be had again: `WHY403_SEED=…`. */
export function seeded(): { readonly seed: number; readonly below: (n: number) => number } {
  const seed = Number(process.env['WHY403_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
  let state = seed;
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
  return { seed, below };
}
