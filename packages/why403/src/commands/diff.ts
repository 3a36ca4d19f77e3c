import { catalogue, diffExchanges, diffText, type Imported, InputError, jsonText } from '@why403/core';
import { sayError } from '../command/door.ts';
import type { Io } from '../command/io.ts';
import { readInput } from '../run/read-input.ts';

const USAGE = `Usage: why403 diff [--json] [--show-secrets] <a> <b>

Compares two requests, and their answers where both have one: method, parts of
the URL, headers (case, order, repeated ones), cookies by name and order, bodies by
their fields, what tokens say. What changes by itself (dates, ids) is told apart.
Nothing is sent.

Each of them is a file (HAR, raw HTTP), a curl, PowerShell or fetch line in quotes,
a URL, or - for standard input. file.har#3 is the third entry of a HAR.

Exit status: 0 they are alike, 1 they differ, 2 one of them cannot be read.
`;

/** `why403 diff A B`: two exchanges compared with knowledge of HTTP. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.stdout.write(USAGE);
    return 0;
  }
  const json = argv.includes('--json');
  const showSecrets = argv.includes('--show-secrets');
  const words = argv.filter((word) => word !== '--json' && word !== '--show-secrets');
  const unknown = words.find((word) => word.startsWith('--'));
  if (unknown !== undefined)
    throw new InputError('UNKNOWN_OPTION', `why403 diff does not know "${unknown.slice(0, 60)}".`, {
      hint: 'why403 diff --help shows what it takes.',
    });
  const [a, b] = words;
  if (a === undefined || b === undefined || words.length > 2)
    throw new InputError('MISSING_VALUE', `why403 diff takes two requests, and got ${words.length}.`, {
      hint: 'Put each in quotes, or give two files: why403 diff refused.http works.http',
    });
  if (a === '-' && b === '-')
    throw new InputError('BAD_VALUE', 'Standard input can be one of the two, not both.', { hint: 'Give a file.' });
  const diff = diffExchanges(await readOne(a, io), await readOne(b, io), catalogue.readers, { showSecrets });
  io.stdout.write(json ? `${jsonText(diff, 2)}\n` : diffText(diff, io.stdout.columns ?? 80));
  return diff.differences.some((d) => !d.volatile) ? 1 : 0;
}

/** One request; of a file that holds several the first, or the one whose number stands after a `#`. Throws InputError. */
export async function readOne(word: string, io: Io): Promise<Imported> {
  const { items } = await readInput([word], io);
  const [item] = items;
  if (!item)
    throw new InputError('BAD_VALUE', `${word.slice(0, 60)} holds no refusal to compare.`, {
      hint: 'file.har#3 is its third entry.',
    });
  if (items.length > 1)
    io.stderr.write(
      `why403: ${sayError(io, word.slice(0, 60))} holds ${items.length}; the first is taken (#2 takes the second).\n`,
    );
  for (const note of item.notes) io.stderr.write(`why403: ${sayError(io, note)}\n`);
  return item;
}
