import { InputError } from '@why403/core';
import { Command } from 'commander';
import { EXIT, type Io } from '../command/io.ts';
import { parseCommand } from '../command/parse.ts';
import { settleLeft } from '../run/left-changes.ts';

function describeApply(command: Command): Command {
  return command
    .name('why403 apply')
    .description(
      'Changes on this server that a stopped run of --apply left: tells them, puts them back, or lets them stand.',
    )
    .option('--recover', 'put back what still is as why403 wrote it, and let the server read its files again', false)
    .option('--keep', 'let the files stand as they are now, and forget the journal', false)
    .helpOption('-h, --help', 'this help')
    .addHelpText(
      'after',
      `
A change is made by why403 --server --apply <request>. Its journal is written before
anything is changed, and lies in $XDG_STATE_HOME/why403/apply or
~/.local/state/why403/apply. What somebody edited since is never overwritten.

Exit status: 0 nothing is left open, 1 something is, 2 an option cannot be read.`,
    );
}

/** `why403 apply [--recover | --keep]`: what a stopped run left on this machine. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const command = describeApply(new Command());
  if (!(await parseCommand(command, argv, io))) return 0;
  const options = command.opts<{ recover: boolean; keep: boolean }>();
  if (options.recover && options.keep)
    throw new InputError('BAD_VALUE', '--recover and --keep are opposites.', { hint: 'Give one of them.' });
  const { found, open } = await settleLeft(io, options.recover ? 'recover' : options.keep ? 'keep' : 'tell');
  if (found === 0) io.stderr.write('why403: no change was left open.\n');
  return open ? EXIT.undecided : 0;
}
