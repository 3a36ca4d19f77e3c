// Signals while a command runs: they are the command's, and this process waits for how it takes them.
import type { ChildProcess } from 'node:child_process';
import { isatty } from 'node:tty';
import { ENDING_SIGNALS } from '../command/endings.ts';
import { readFileText } from '../shared/read-file.ts';

/** Signals that a terminal sends go to the command by themselves; all others are passed on. */
const OF_THE_TERMINAL = new Set<string>(['SIGINT', 'SIGQUIT']);

export interface Signals {
  /** Which came before there was a command. */
  readonly early: () => NodeJS.Signals | undefined;
  /** From now on they go to this command. */
  passTo(child: ChildProcess): void;
  /** From now on they end this process again. */
  release(): void;
}

/** Holds the signals, so that none ends this process while its files are there. */
export function holdSignals(): Signals {
  let early: NodeJS.Signals | undefined;
  let child: ChildProcess | undefined;
  const listeners = ENDING_SIGNALS.map((name) => {
    const listener = (): void => {
      if (!child) early ??= name;
      else if (!(OF_THE_TERMINAL.has(name) && isInForeground())) child.kill(name);
    };
    process.on(name, listener);
    return () => process.removeListener(name, listener);
  });
  return {
    early: () => early,
    passTo(command) {
      child = command;
    },
    release() {
      for (const remove of listeners) remove();
    },
  };
}

/** Whether a key on the terminal reaches this process and the command alike: both are in its foreground. */
function isInForeground(): boolean {
  try {
    // pid (name) state ppid pgrp session tty tpgid
    const [, , pgrp, , , tpgid] = readFileText('/proc/self/stat')
      .replace(/^.*\) /s, '')
      .split(' ');
    return pgrp === tpgid;
  } catch {
    return [0, 1, 2].some((fd) => isatty(fd));
  }
}
