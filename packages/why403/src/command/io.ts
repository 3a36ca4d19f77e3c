import type { Readable } from 'node:stream';

/** What the command needs of its surroundings: the process, or a test's stand-in for its streams. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Exit statuses of the contract. */
export const EXIT = { found: 0, undecided: 1, input: 2, unreachable: 3, notRefused: 4, interrupted: 130 } as const;
