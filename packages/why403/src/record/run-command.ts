// Runs a command as if it had been typed without us: its terminal, its exit status, its signals.
import { spawn } from 'node:child_process';
import { statusOfSignal } from '../command/endings.ts';
import type { Signals } from './signals.ts';

/** How a command ended. */
export interface Ended {
  /** Its exit status; 128 and the signal's number where a signal ended it, 126 and 127 where it could not be run. */
  readonly status: number;
  readonly signal?: NodeJS.Signals;
  /** Why it could not be run, as the code of the system's error. */
  readonly failed?: string;
}

/** Runs it and waits for its end; signals do not end this process meanwhile. */
export function runCommand(
  command: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  signals: Signals,
): Promise<Ended> {
  return new Promise((resolve) => {
    const early = signals.early();
    if (early) return resolve(endedBy(early));
    const [program = '', ...words] = command;
    const child = spawn(program, words, { stdio: 'inherit', env: { ...env } });
    signals.passTo(child);
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (child.pid === undefined)
        resolve({ status: error.code === 'ENOENT' ? 127 : 126, failed: error.code ?? 'unknown' });
    });
    child.once('exit', (status, signal) => resolve(signal ? endedBy(signal) : { status: status ?? 0 }));
  });
}

function endedBy(signal: NodeJS.Signals): Ended {
  return { status: statusOfSignal(signal), signal };
}
