import { catalogue, GUIDE_PARTS, type GuidePart, guideText, InputError } from '@why403/core';
import { EXIT, type Io } from '../command/io.ts';

const USAGE = `Usage: why403 guide [part]

The guide to debugging a 403, with the cause and the command for each step.
Parts: step 1 to step 4 (or just the number), steps, table, causes, checklist,
statuses (401 against 403 against 404), faq.
`;

const OTHER_WORDS: Readonly<Record<string, GuidePart>> = {
  step: 'steps',
  questions: 'faq',
  status: 'statuses',
  cause: 'causes',
};

/** `why403 guide [part]`: the guide, or one part of it. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.stdout.write(USAGE);
    return EXIT.found;
  }
  const word = argv.join(' ').toLowerCase();
  const name = word.replace(/^step[ -]?(?=\d)/, '');
  const part = GUIDE_PARTS.find((p) => p === (OTHER_WORDS[name] ?? name));
  if (word !== '' && !part)
    throw new InputError('BAD_VALUE', `The guide has no part "${word.slice(0, 60)}".`, {
      hint: 'It has: step 1, step 2, step 3, step 4, table, causes, checklist, statuses, faq.',
    });
  io.stdout.write(guideText(catalogue.causes, part));
  return EXIT.found;
}
