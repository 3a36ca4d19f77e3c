// Shell lines that make a server read its files again, run to their end. Each is in a session of its own: a Ctrl-C at the
// terminal must not end a reload in the middle. What is not done in time is ended with all that it started.
import { type ChildProcess, type SpawnSyncOptionsWithStringEncoding, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Seconds that a command may take, and after which a person is told that it is waited for. */
const MOST_SECONDS = 60;
const SLOW_SECONDS = 8;
/** Characters that are kept of what a command says. */
const MOST_SAID = 1 << 16;

export const sayWaiting = (command: string): string =>
  `waiting for this command, at most ${MOST_SECONDS} seconds: ${command.slice(0, 200)}`;

const late = (seconds: number): string => `it did not end within ${seconds} s`;

// Commands that start a server again as it was keep its environment in an array, which plain sh has not.
const shell = (): string => (existsSync('/bin/bash') ? '/bin/bash' : '/bin/sh');
const STDIO = ['ignore', 'ignore', 'pipe'] as const satisfies readonly string[];

/** Runs a shell line; gives what failed, undefined where nothing did. `onSlow` is told once where it takes its time. */
export async function runCommand(
  command: string,
  onSlow: () => void = () => {},
  most = MOST_SECONDS,
): Promise<string | undefined> {
  const child = spawn(shell(), ['-c', command], { stdio: [...STDIO], detached: true });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MOST_SAID);
  });
  const slow = setTimeout(onSlow, SLOW_SECONDS * 1000);
  try {
    return await ended(child, () => said, most);
  } finally {
    clearTimeout(slow);
    child.stderr.destroy();
  }
}

function ended(child: ChildProcess, said: () => string, most: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = setTimeout(() => {
      endGroup(child.pid);
      resolve(late(most));
    }, most * 1000);
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(end);
      resolve(error.code ?? error.message);
    });
    // A server that was started keeps the pipe open, so its end is not waited for.
    child.on('exit', (status, signal) => {
      clearTimeout(end);
      if (status === 0) resolve(undefined);
      else setTimeout(() => resolve(lastLine(said()) ?? `exit status ${status ?? signal}`), 20);
    });
  });
}

/** The same at once, for a process that is about to end. */
export function runCommandAtOnce(command: string, most = MOST_SECONDS): string | undefined {
  const options: SpawnSyncOptionsWithStringEncoding & { readonly detached: true } = {
    encoding: 'utf8',
    timeout: most * 1000,
    stdio: [...STDIO],
    maxBuffer: 1 << 20,
    detached: true,
  };
  const { status, signal, error, stderr, pid } = spawnSync(shell(), ['-c', command], options);
  if (status === 0) return undefined;
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ETIMEDOUT') {
    endGroup(pid);
    return late(most);
  }
  return lastLine(stderr ?? '') ?? code ?? `exit status ${status ?? signal}`;
}

function endGroup(pid: number | undefined): void {
  if (!pid) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // all of it has ended
  }
}

function lastLine(text: string): string | undefined {
  const line = text.trim().split('\n').at(-1);
  return line?.replace(/[^\x20-\x7e]/g, '?').slice(0, 300) || undefined;
}
