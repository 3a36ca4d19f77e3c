import { onEnding } from '../command/endings.ts';
import { EXIT, type Io } from '../command/io.ts';

/** A time in which nothing ends the process by itself: what would is told through the signal instead. */
export interface Hold {
  /** Aborted with a sentence, or with what was thrown. */
  readonly signal: AbortSignal;
  /** The exit status of what came, undefined where nothing did. */
  readonly status: () => number | undefined;
  readonly release: () => void;
}

type Listening = {
  on(event: string, listener: (error: NodeJS.ErrnoException) => void): unknown;
  listeners(event: string): ((error: NodeJS.ErrnoException) => void)[];
  removeAllListeners(event: string): unknown;
};

/** Holds the process until `release`: signals, errors of its output and what nobody caught end the work, not the process. */
export function holdProcess(io: Io): Hold {
  const abort = new AbortController();
  let status: number | undefined;
  const stop = (code: number, reason: unknown): void => {
    status ??= code;
    if (!abort.signal.aborted) abort.abort(reason);
  };
  const byFault = (error: unknown): void => stop(EXIT.undecided, error);
  const unhear = onEnding(stop);
  process.on('uncaughtException', byFault);
  process.on('unhandledRejection', byFault);
  const streams = [hold(io.stdout, 'output', stop), hold(io.stderr, 'error', stop)];
  return {
    signal: abort.signal,
    status: () => status,
    release() {
      unhear();
      process.removeListener('uncaughtException', byFault);
      process.removeListener('unhandledRejection', byFault);
      for (const giveBack of streams) giveBack();
    },
  };
}

function hold(stream: unknown, name: string, stop: (code: number, reason: string) => void): () => void {
  const held = stream as Partial<Listening>;
  if (!held.on || !held.listeners || !held.removeAllListeners) return () => {};
  const before = held.listeners('error');
  held.removeAllListeners('error');
  held.on('error', ({ code }) => {
    const why = code === 'EPIPE' ? 'was closed' : `can no longer be written (${code ?? 'error'})`;
    stop(EXIT.undecided, `The standard ${name} ${why}.`);
  });
  return () => {
    held.removeAllListeners?.('error');
    for (const listener of before) held.on?.('error', listener);
    // Whoever broke off hears nothing more.
    if (!before.length) held.on?.('error', () => {});
  };
}
