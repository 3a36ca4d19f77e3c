// Runs a command as if it had been typed without us: its terminal, its exit status, its signals.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';

/** How a command ended. */
export interface Ended {
  /** Its exit status; 128 and the signal's number where a signal ended it, 126 and 127 where it could not be run. */
  readonly status: number;
  readonly signal?: NodeJS.Signals;
  /** Why it could not be run, as the code of the system's error. */
  readonly failed?: string;
}

/** Signals that are passed on. Those that a terminal sends go to the command by themselves. */
const PASSED_ON = ['SIGTERM', 'SIGHUP', 'SIGUSR2', 'SIGALRM', 'SIGINT', 'SIGQUIT'] as const;
const OF_THE_TERMINAL = new Set<string>(['SIGINT', 'SIGQUIT']);

/** Runs it and waits for its end; signals do not end this process meanwhile. */
export function runCommand(
  command: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Ended> {
  return new Promise((resolve) => {
    const [program = '', ...words] = command;
    const child = spawn(program, words, { stdio: 'inherit', env: { ...env } });
    const listeners = PASSED_ON.map((name) => {
      const listener = (): void => {
        if (!(OF_THE_TERMINAL.has(name) && isInForeground())) child.kill(name);
      };
      process.on(name, listener);
      return () => process.removeListener(name, listener);
    });
    const end = (ended: Ended): void => {
      for (const remove of listeners) remove();
      resolve(ended);
    };
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (child.pid === undefined)
        end({ status: error.code === 'ENOENT' ? 127 : 126, failed: error.code ?? 'unknown' });
    });
    child.once('exit', (status, signal) =>
      end(signal ? { status: 128 + constants.signals[signal], signal } : { status: status ?? 0 }),
    );
  });
}

/** Whether a key on the terminal reaches this process and the command alike: both are in its foreground. */
function isInForeground(): boolean {
  try {
    // pid (name) state ppid pgrp session tty tpgid
    const [, , pgrp, , , tpgid] = readFileSync('/proc/self/stat', 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return pgrp === tpgid;
  } catch {
    return [0, 1, 2].some((fd) => process.getBuiltinModule('node:tty').isatty(fd));
  }
}
