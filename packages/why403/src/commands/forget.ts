import { InputError, visible } from '@why403/core';
import { EXIT, type Io } from '../command/io.ts';
import { forgetLines, linesFolder } from '../shared/state-folder.ts';

const USAGE = `Usage: why403 forget

Deletes the files that printed lines read their secrets from (curl -K <file>). They lie
in $XDG_STATE_HOME/why403/lines, or ~/.local/state/why403/lines, where only you can
read them; each is deleted after an hour, by the next run of why403.

Exit status: 0.
`;

/** `why403 forget`: deletes what printed lines need to run. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.stdout.write(USAGE);
    return EXIT.found;
  }
  if (argv.length)
    throw new InputError('UNKNOWN_OPTION', `why403 forget does not know "${argv[0]!.slice(0, 60)}".`, {
      hint: 'It takes no option: why403 forget',
    });
  const gone = forgetLines(io.env, true);
  io.stdout.write(
    gone === 0
      ? 'No file with a secret is kept.\n'
      : `Deleted ${gone} ${gone === 1 ? 'file' : 'files'} with secrets in ${visible(linesFolder(io.env))}.\n`,
  );
  return EXIT.found;
}
