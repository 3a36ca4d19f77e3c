// What ends a run from outside: one table of signals, and the exit status that each of them gives.
import { constants } from 'node:os';

/** Signals that would end the process, with what is said of the work that they end. */
const ENDINGS = {
  SIGINT: 'Interrupted.',
  SIGTERM: 'Ended by SIGTERM.',
  SIGHUP: 'The terminal is gone.',
  SIGQUIT: 'Ended by SIGQUIT.',
  SIGUSR2: 'Ended by SIGUSR2.',
  SIGALRM: 'Ended by SIGALRM.',
  SIGXCPU: 'Ended by SIGXCPU.',
  SIGPWR: 'Ended by SIGPWR.',
} as const satisfies Readonly<Partial<Record<NodeJS.Signals, string>>>;

export type Ending = keyof typeof ENDINGS;

/** Those of them that this system has. */
export const ENDING_SIGNALS = (Object.keys(ENDINGS) as Ending[]).filter((name) => name in constants.signals);

/** As shells tell of a process that a signal ended: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP. */
export function statusOfSignal(name: NodeJS.Signals): number {
  return 128 + (constants.signals[name] ?? 0);
}

/** Hears each signal that would end the process, until what it gives back is called. */
export function onEnding(heard: (status: number, says: string) => void): () => void {
  const listeners = ENDING_SIGNALS.map((name) => {
    const listener = (): void => heard(statusOfSignal(name), ENDINGS[name]);
    process.on(name, listener);
    return () => process.removeListener(name, listener);
  });
  return () => {
    for (const remove of listeners) remove();
  };
}

/** Work that a signal ends early, with what is known until then. */
export interface Ended {
  readonly signal: AbortSignal;
  /** The exit status of the signal that came, undefined where none did. */
  readonly status: () => number | undefined;
  readonly release: () => void;
}

/** The first signal ends the work; a second one ends the process, should the work take its time. */
export function hearEnding(): Ended {
  const abort = new AbortController();
  let status: number | undefined;
  const release = onEnding((code, says) => {
    status = code;
    // where the output is gone with the terminal, what is left of the run ends by this as well
    process.exitCode = code;
    release();
    abort.abort(says);
  });
  return { signal: abort.signal, status: () => status, release };
}
