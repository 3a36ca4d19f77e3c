// A change whose run was ended before it could put it back: found by its journal, and put back or kept.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writePrivate } from '../../shared/state-folder.ts';
import { claimJournal, closeJournal, type OpenJournal, releaseJournal } from './journal.ts';
import { rollBack } from './roll-back.ts';
import { isWritten, type State, settle, stateOf, type Target } from './target.ts';

/** What came of a left change. */
export interface Recovered {
  /** Whether nothing is left to do. */
  readonly settled: boolean;
  readonly says: readonly string[];
}

const WORDS: Readonly<Record<State, string>> = {
  untouched: 'as it was before the change',
  ours: 'still as why403 wrote it',
  foreign: 'changed by somebody else since',
};

/** What a left change is, in lines: what it was, when, and how each path stands now. */
export function describeLeft(journal: OpenJournal): readonly string[] {
  const at = journal.at.slice(0, 16).replace('T', ' at ');
  return [
    `a change of ${at} UTC was stopped before it could be put back: ${journal.text}`,
    ...journal.targets.map((target) => `${target.path}: ${WORDS[stateNow(target)]}`),
  ];
}

function stateNow(target: Target): State {
  try {
    return stateOf(target);
  } catch {
    // What cannot be looked at is not taken for ours.
    return 'foreign';
  }
}

/** Puts a left change back. What somebody else changed since stays, and what was there before stands beside it as a copy. */
export async function recover(left: OpenJournal, onSlow?: (command: string) => void): Promise<Recovered> {
  const journal = claimJournal(left);
  if (!journal) return { settled: true, says: ['Another run of why403 is putting it back.'] };
  const { restored, foreign, stuck, notReloaded } = await rollBack(journal, onSlow);
  const reload = journal.reload.join(' && ');
  const says = [
    ...restored.map((path) => `${path} is as it was before.`),
    ...stuck.map((one) => `${one}.`),
    ...foreign.map((one) => `${one}.`),
  ];
  if (stuck.length) return { settled: false, says: [...says, `The journal stays: ${releaseJournal(journal)}.`] };
  if (foreign.length) {
    says.push(...keepCopies(journal));
    if (reload) says.push(`Let the server read its files again when they are right: ${reload}`);
    says.push('Then: why403 apply --keep');
    releaseJournal(journal);
    return { settled: false, says };
  }
  if (notReloaded !== undefined) {
    says.push(
      `The server did not read its files again: ${notReloaded}.`,
      `Do that: ${reload}`,
      'Then, or if it does not run: why403 apply --keep',
    );
    releaseJournal(journal);
    return { settled: false, says };
  }
  if (!restored.length) says.push('All files were as before already.');
  if (reload) says.push('The server has read its files again.');
  closeJournal(journal.file);
  return { settled: true, says };
}

/** Copies of what stood in the files of others before, made again where somebody took them away. */
function keepCopies(journal: OpenJournal): readonly string[] {
  return journal.targets.flatMap((target) => {
    if (target.kind !== 'content' || target.before === undefined || stateNow(target) !== 'foreign') return [];
    let copy = journal.copies.find(({ path }) => path === target.path)?.copy;
    if (copy === undefined || !existsSync(copy)) {
      copy = join(dirname(journal.file), `${basename(target.path)}.${process.pid}-${Date.now()}.before`);
      writePrivate(copy, Buffer.from(target.before, 'base64'));
    }
    return [`As it was before the change: ${copy}`];
  });
}

/** Lets a left change stand as it is, and forgets the journal. */
export function keepLeft(left: OpenJournal): Recovered {
  const half = left.targets.filter((target) => stateNow(target) === 'ours' && !isWritten(target));
  if (half.length)
    return {
      settled: false,
      says: [`${half.map(({ path }) => path).join(', ')} is written by half: only why403 apply --recover can help.`],
    };
  const journal = claimJournal(left);
  if (!journal) return { settled: true, says: ['Another run of why403 is putting it back.'] };
  for (const target of journal.targets) if (stateNow(target) === 'ours') settle(target);
  closeJournal(journal.file);
  return { settled: true, says: ['The files stay as they are now.'] };
}
