import type { Readable } from 'node:stream';
import type { Vault } from '@why403/core';

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

/** Exit statuses of the contract. What a signal ended gives its own (`endings.ts`). */
export const EXIT = { found: 0, undecided: 1, input: 2, unreachable: 3, notRefused: 4 } as const;
