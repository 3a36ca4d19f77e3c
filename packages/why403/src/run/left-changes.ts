import { InputError, visible } from '@why403/core';
import type { Io } from '../command/io.ts';
import { sayWaiting } from '../inspect/apply/command.ts';
import { leftJournals } from '../inspect/apply/journal.ts';
import { describeLeft, keepLeft, type Recovered, recover } from '../inspect/apply/recover.ts';
import { statePath } from '../shared/state-folder.ts';
import { confirmAt } from './person.ts';

/** What is done about a change that a stopped run left. */
export type LeftHow = 'tell' | 'ask' | 'recover' | 'keep';

/** Where journals lie. */
export const JOURNALS = 'apply';

/**
 * Tells of each change that a stopped run left on this machine, and puts it back or keeps it, as it is asked to.
 * Gives how many there were, and how many are still open.
 */
export async function settleLeft(
  io: Io,
  how: LeftHow,
  signal?: AbortSignal,
): Promise<{ readonly found: number; readonly open: number }> {
  const say = (text: string): unknown => io.stderr.write(`${text}\n`);
  const { left, unreadable } = leftJournals(statePath(io.env, JOURNALS));
  let open = unreadable.length;
  for (const file of unreadable)
    say(
      `why403: the journal of a change cannot be read, or may be of another user: ${visible(file)}\n        Copies of the files as they were lie in ${visible(statePath(io.env, 'backups'))}. Delete it when they are right.`,
    );
  for (const journal of left) {
    const [first = '', ...more] = describeLeft(journal);
    say(`why403: ${visible(first)}`);
    for (const line of more) say(`        ${visible(line)}`);
    const does =
      how === 'ask' ? ((await confirmAt(io, () => {}, signal)('Put it back now?')) ? 'recover' : 'tell') : how;
    if (does === 'tell') {
      open++;
      say('        why403 apply --recover puts it back, why403 apply --keep lets it stand.');
      continue;
    }
    const { settled, says }: Recovered =
      does === 'keep' ? keepLeft(journal) : await recover(journal, (command) => say(`        ${sayWaiting(command)}`));
    if (!settled) open++;
    for (const line of says) say(`        ${visible(line)}`);
  }
  return { found: left.length + unreadable.length, open };
}

/** Before a run that looks at the servers of this machine: what was left is told, and nothing new is changed on top of it. */
export async function settleBefore(
  io: Io,
  options: { readonly apply: boolean; readonly yes: boolean },
  signal: AbortSignal,
): Promise<void> {
  const terminal = io.stdin.isTTY === true && io.stderr.isTTY === true;
  const { open } = await settleLeft(io, options.apply && options.yes ? 'recover' : terminal ? 'ask' : 'tell', signal);
  if (open && options.apply && !signal.aborted)
    throw new InputError('BAD_VALUE', 'An earlier change is still open, so --apply changes nothing.', {
      hint: 'Put it back with why403 apply --recover, or let it stand with why403 apply --keep.',
    });
}
