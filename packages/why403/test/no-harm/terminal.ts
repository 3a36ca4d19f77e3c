// The built command on a real terminal: a pseudo-terminal of util-linux's `script`, keys typed as a person types them.
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { onTestFinished } from 'vitest';
import { BIN } from '../cli/command.ts';

/** Whether there is a `script` that tells how its command ended; that of other systems takes other options. */
export const hasTerminal: boolean = /util-linux/.test(
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '',
);

/** What is typed once it was seen, from where the one before was seen. */
export type Typed = readonly [seen: RegExp, keys: string];

export const CTRL_C = '\u0003';
export const CTRL_D = '\u0004';

export interface Session {
  /** As shells tell it: 128 and more where a signal ended it. */
  readonly status: number | null;
  /** Every byte that reached the terminal. */
  readonly output: string;
  /** What stands there at the end, line by line. */
  readonly screen: readonly string[];
}

/** Runs `why403` with these words on a terminal of 100 columns. */
export function onTerminal(
  words: readonly string[],
  typed: readonly Typed[],
  { cwd, env }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Session> {
  const quoted = [process.execPath, BIN, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  return new Promise((resolve, reject) => {
    const child = spawn(
      'script',
      ['--quiet', '--return', '--command', `stty cols 100 rows 40; exec ${quoted}`, '/dev/null'],
      {
        ...(cwd && { cwd }),
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: tmpdir(),
          TERM: 'xterm',
          SHELL: '/bin/sh',
          NO_COLOR: '1',
          ...env,
        },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    onTestFinished(() => void child.kill('SIGHUP'));
    let output = '';
    let from = 0;
    const left = [...typed];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (let next = left[0]; next; next = left[0]) {
        const seen = next[0].exec(output.slice(from));
        if (!seen) return;
        from += seen.index + seen[0].length;
        left.shift();
        child.stdin.write(next[1]);
      }
    });
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (status) => {
      if (left.length) reject(new Error(`${left[0]![0]} was never seen:\n${output}`));
      else resolve({ status, output, screen: screenOf(output) });
    });
  });
}

/** What is left of all that was written: a line that was wiped is empty, and a carriage return begins it anew. */
function screenOf(output: string): readonly string[] {
  return output.split(/\r*\n/).map((line) => line.split('\u001b[2K').at(-1)!.split('\r').at(-1)!);
}
