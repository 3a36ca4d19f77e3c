import { shellWords } from '@why403/core';
import { runCommand } from './command.ts';
import type { OpenJournal } from './journal.ts';
import { putBack, stateOf } from './target.ts';

/** What came of putting a change back. */
export interface RolledBack {
  /** Paths that were changed and are as they were before. */
  readonly restored: readonly string[];
  /** Paths that somebody else changed since: left as they are. One sentence each. */
  readonly foreign: readonly string[];
  /** Paths that could not be put back. One sentence each. */
  readonly stuck: readonly string[];
  /** Why the server did not read its files again. */
  readonly notReloaded?: string;
}

/**
 * Puts back what a journal says was changed, the last change first, and lets the server read its files again. Only what is
 * still as it was written is touched. Never throws, and leaves the journal open.
 */
export function rollBack(journal: OpenJournal, reload: boolean): RolledBack {
  const restored: string[] = [];
  const foreign: string[] = [];
  const stuck: string[] = [];
  for (const target of [...journal.targets].reverse()) {
    const { path } = target;
    try {
      const state = stateOf(target);
      if (state === 'foreign') foreign.push(`${path} was changed by somebody else since, and is left as it is`);
      if (state !== 'ours') continue;
      putBack(target);
      restored.push(path);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const copy = journal.copies.find((one) => one.path === path)?.copy;
      stuck.push(
        `${path} could not be put back (${code ?? message})${copy === undefined ? '' : `: copy ${shellWords([copy])} over it`}`,
      );
    }
  }
  // What somebody else wrote is not made the server's configuration by us.
  const fault =
    reload && !foreign.length && !stuck.length ? journal.reload.flatMap((one) => runCommand(one) ?? [])[0] : undefined;
  return { restored, foreign, stuck, ...(fault !== undefined && { notReloaded: fault }) };
}
