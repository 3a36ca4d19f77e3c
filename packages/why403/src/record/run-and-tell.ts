// `why403 -- COMMAND …` as a whole: what the command writes and how it ends stay its own; the diagnosis goes to standard error.
import { InputError } from '@why403/core';
import { sayError } from '../command/door.ts';
import type { Io } from '../command/io.ts';
import type { Options } from '../command/options.ts';
import type { Input } from '../run/read-input.ts';
import { SendError } from '../send/error.ts';
import { record } from './index.ts';

/** Options that ask for requests of ours, or for a request that is given. */
const OTHERS = ['send', 'plan', 'apply'] as const;

/** Runs the command, tells what was refused, and gives the command's exit status. Throws InputError before it runs. */
export async function runAndTell(
  command: readonly string[],
  words: readonly string[],
  options: Options,
  io: Io,
  tell: (input: Input, options: Options, io: Io) => Promise<number>,
): Promise<number> {
  if (command.length === 0)
    throw new InputError('MISSING_VALUE', 'After -- there is no command.', {
      hint: 'It looks like why403 -- git push.',
    });
  if (words.length > 0)
    throw new InputError(
      'BAD_VALUE',
      `A request (${words[0]!.slice(0, 60)}) and a command after -- are two things at once.`,
      {
        hint: 'Give one of them.',
      },
    );
  const other = OTHERS.find((name) => options[name] === true);
  if (other)
    throw new InputError('BAD_VALUE', `--${other} is for a request that is given, and -- runs a command.`, {
      hint: `Leave --${other} out: nothing is sent that the command does not send.`,
    });
  const { input, ended } = await record(command, options, io);
  if (input.items.length > 0) {
    try {
      await tell(input, { ...options, input: false }, { ...io, stdout: io.stderr });
    } catch (error) {
      // how the command ended is not lost with it
      if (!(error instanceof InputError || error instanceof SendError)) throw error;
      io.stderr.write(`why403: ${sayError(io, error.message)}\n`);
    }
  }
  if (ended.signal !== undefined && io.isProcess) await endBy(ended.signal);
  return ended.status;
}

/** Ends as the command did: whoever started it may ask for the signal. */
async function endBy(signal: NodeJS.Signals): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) await new Promise((done) => stream.write('', done));
  process.kill(process.pid, signal);
  // the signal is on its way
  await new Promise((done) => setTimeout(done, 1_000));
}
