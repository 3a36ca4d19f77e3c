// A terminal's paste: a command, and below it what it printed.
import { InputError } from '../../model/errors.ts';
import type { ImportContext, Imported } from '../../model/importer.ts';
import type { Tool } from '../../model/tool.ts';
import { readAnyText } from './index.ts';
import { refusesInWords, statusesIn } from './status.ts';

/** Lines that one command may take. */
const MOST_COMMAND = 200;

/** A command that was read, with the answer that stands below it; as it was where none does. */
export function withAnswerBeside(
  text: string,
  read: readonly Imported[],
  context: ImportContext,
  tools: readonly Tool[],
): readonly Imported[] {
  const [command] = read;
  if (read.length !== 1 || !command || command.form !== 'record' || command.exchange.response) return read;
  const printed = belowCommand(text);
  const tells = printed
    .split('\n', 500)
    .some((line) => refusesInWords(line) || statusesIn(line).some(({ status }) => status >= 400));
  if (!tells) return read;
  try {
    const [told] = readAnyText(printed, context, tools);
    const { response, gaps = [] } = told?.exchange ?? {};
    if (!told || !response) return read;
    return [
      {
        ...command,
        exchange: {
          ...command.exchange,
          response,
          gaps: [...command.exchange.gaps, ...gaps.filter(({ code }) => code.startsWith('response'))],
        },
        ...(told.claims && { claims: told.claims }),
        ...(told.tool !== undefined && { tool: told.tool }),
        // what was printed is no command that was passed over
        notes: command.notes.filter((note) => !note.includes('was passed over')),
      },
    ];
  } catch (error) {
    if (error instanceof InputError) return read;
    throw error;
  }
}

/** What stands below the command that a text begins with: behind its last line that goes on, and its last open quote. */
function belowCommand(text: string): string {
  const lines = text.trimStart().split('\n');
  let quote = '';
  for (let at = 0; at < Math.min(lines.length, MOST_COMMAND); at++) {
    const line = lines[at]!.replace(/\r$/, '');
    for (let i = 0; i < line.length; i++) {
      const sign = line[i]!;
      if (sign === '\\' && quote !== "'") i++;
      else if (quote === '' && (sign === "'" || sign === '"')) quote = sign;
      else if (sign === quote) quote = '';
    }
    if (quote === '' && !/[\\^`]$/.test(line)) return lines.slice(at + 1).join('\n');
  }
  return '';
}
