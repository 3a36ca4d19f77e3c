import type { Readable } from 'node:stream';
import { UNSEEN, type Vault, visible } from '@why403/core';

/** What the command needs of its surroundings: the process, or a test's stand-in for its streams. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether these are the process's own streams. */
  readonly isProcess?: boolean;
  /** What is known as a secret in this run: nothing of it passes the streams. Absent where the user wants to see secrets. */
  readonly vault?: Vault;
  /** The words of the command line, for errors that speak of them. */
  readonly argv?: readonly string[];
}

// What the command itself writes to a terminal: colours, and the line of progress wiped.
const OWN = /^(?:\n|\u001b\[(?:[012]|22|3[1-9])m|\r\u001b\[2K)$/;
const WRITTEN = new RegExp(`\\r?\\u001b\\[\\d{1,2}[mK]|${UNSEEN.source}`, 'gu');

/**
 * The same surroundings, with a last look at all that goes out: whatever a report, an error or a line of progress forgot to
 * escape is escaped here. JSON never meets this, as `jsonText` leaves nothing to do.
 */
export function escaping(io: Io): Io {
  const shown = (text: string): string => text.replace(WRITTEN, (part) => (OWN.test(part) ? part : visible(part)));
  return {
    stdin: io.stdin,
    stdout: through(io.stdout, shown),
    stderr: through(io.stderr, shown),
    env: io.env,
    isProcess: io.stdout === process.stdout,
  };
}

/** A stream whose texts are changed on their way. All else is its own: who listens to its errors, or asks for its width, asks it. */
export function through<S extends Io['stderr']>(stream: S, change: (text: string) => string): S {
  return new Proxy(stream, {
    get(target, name) {
      if (name === 'write') return (text: string) => target.write(change(text));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Exit statuses of the contract. What a signal ended gives its own (`endings.ts`). */
export const EXIT = { found: 0, undecided: 1, input: 2, unreachable: 3, notRefused: 4 } as const;
