import { shellWords } from '@why403/core';
import { runCommand, runCommandAtOnce } from './command.ts';
import { type OpenJournal, takenNumber } from './journal.ts';
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
export async function rollBack(journal: OpenJournal, onSlow?: (command: string) => void): Promise<RolledBack> {
  const back = putAllBack(journal);
  for (const command of reloadsAfter(journal, back)) {
    const fault = otherProcess(journal) ?? (await runCommand(command, () => onSlow?.(command)));
    if (fault !== undefined) return { ...back, notReloaded: fault };
  }
  return back;
}

/** The same at once, for a process that is about to end. */
export function rollBackAtOnce(journal: OpenJournal): RolledBack {
  const back = putAllBack(journal);
  for (const command of reloadsAfter(journal, back)) {
    const fault = otherProcess(journal) ?? runCommandAtOnce(command);
    if (fault !== undefined) return { ...back, notReloaded: fault };
  }
  return back;
}

// What somebody else wrote is not made the server's configuration by us.
const reloadsAfter = (journal: OpenJournal, { foreign, stuck }: RolledBack): readonly string[] =>
  foreign.length || stuck.length ? [] : journal.reload;

/** Why its commands are not run: a number in them is that of another process by now, which they would hit. */
function otherProcess(journal: OpenJournal): string | undefined {
  const pid = takenNumber(journal);
  return pid === undefined ? undefined : `${pid} is the number of another process by now`;
}

function putAllBack(journal: OpenJournal): RolledBack {
  const restored: string[] = [];
  const foreign: string[] = [];
  const stuck: string[] = [];
  for (const target of [...journal.targets].reverse()) {
    const { path } = target;
    try {
      const state = stateOf(target);
      if (state === 'ours') {
        putBack(target);
        restored.push(path);
      } else if (state === 'foreign') foreign.push(`${path} was changed by somebody else since, and is left as it is`);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const copy = journal.copies.find((one) => one.path === path)?.copy;
      stuck.push(
        `${path} could not be put back (${code ?? message})${copy === undefined ? '' : `: copy ${shellWords([copy])} over it`}`,
      );
    }
  }
  return { restored, foreign, stuck };
}
