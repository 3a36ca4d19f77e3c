import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const LIMIT = 60_000;

/** Runs a shell line to its end; gives what failed, undefined where nothing did. */
export function runCommand(command: string): string | undefined {
  // Commands that start a server again as it was keep its environment in an array, which plain sh has not.
  const shell = existsSync('/bin/bash') ? '/bin/bash' : '/bin/sh';
  const options: SpawnSyncOptionsWithStringEncoding & { readonly detached: true } = {
    encoding: 'utf8',
    timeout: LIMIT,
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 20,
    // In a group of its own: a Ctrl-C at the terminal must not end a reload in the middle.
    detached: true,
  };
  const result = spawnSync(shell, ['-c', command], options);
  if (result.status === 0) return undefined;
  const last = (result.stderr ?? '')
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 300);
  return (
    last ||
    (result.error ? (result.error as NodeJS.ErrnoException).code : undefined) ||
    `exit status ${result.status ?? result.signal}`
  );
}
