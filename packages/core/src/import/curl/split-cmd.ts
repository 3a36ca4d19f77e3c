import { errorAt } from '../parts/caret.ts';
import { type Command, checkSize, type Environment, limitNotes, type SplitLine, type Word } from './words.ts';

/** A character that cmd.exe passes on, with its place in the user's text. */
interface Passed {
  readonly char: string;
  readonly at: number;
}

/**
 * Splits a line as Windows does: first cmd.exe takes its carets away and ends commands at `&`, `|` and line ends, then
 * the program's C runtime reads quotes and backslashes (https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments).
 * Browsers quote for both readers at once: Chrome as `^"…^"` (older: `"…"`), a line break inside as `^` and two line breaks.
 */
export function splitCmd(text: string, env: Environment = {}): SplitLine {
  const notes: string[] = [];
  const commands: Command[] = [];
  let passed: Passed[] = [];
  let quotes = false;
  let i = 0;
  // Chrome used to write carets inside plain quotes too, where cmd leaves them; what the browser sent is meant.
  const isOldForm = text.includes('^\\^"') && !/(?:^|\s)\^"/.test(text);
  const end = (operator: string) => {
    const words = splitArguments(text, passed);
    if (words.length > 0) commands.push({ words, endedBy: operator });
    passed = [];
    quotes = false;
    checkSize(text, i, words.length, commands.length);
  };
  while (i < text.length) {
    const char = text[i]!;
    if (char === '%') {
      const name = /^%([A-Za-z_][A-Za-z0-9_]{0,99})%/.exec(text.slice(i, i + 103))?.[1];
      // cmd leaves the name of an unset variable as it is.
      const value = name === undefined ? undefined : env[name];
      for (const one of value ?? '%') passed.push({ char: one, at: i });
      i += value === undefined ? 1 : name!.length + 2;
    } else if (char === '^' && (!quotes || isOldForm)) {
      i++;
      if (text[i] === '\r') i++;
      if (text[i] === '\n') {
        // The caret takes the line break away; the character after it is taken as it is.
        i++;
        if (text[i] === '\r' && text[i + 1] === '\n') i++;
        if (text[i] === '\n') {
          passed.push({ char: '\n', at: i });
          i++;
        }
      } else if (i < text.length) {
        passed.push({ char: text[i]!, at: i });
        i++;
      }
    } else if (!quotes && (char === '>' || char === '<')) {
      const redirection = /(?:>>|>&|[<>])[ \t]{0,20}[^\s&|<>]{0,260}/y;
      redirection.lastIndex = i;
      const whole = redirection.exec(text)![0];
      if (/[0-9]/.test(passed.at(-1)?.char ?? '')) passed.pop();
      notes.push(`The redirection ${whole.slice(0, 40)} was passed over.`);
      i += whole.length;
    } else if (char === '\r' && text[i + 1] === '\n') i++;
    else if (char === '\n' || (!quotes && (char === '&' || char === '|'))) {
      end(char);
      i++;
    } else {
      // cmd does not know \" and would end the quotes there; whoever writes it means the program's reading.
      if (char === '"' && !(quotes && passed.at(-1)?.char === '\\')) quotes = !quotes;
      passed.push({ char, at: i });
      i++;
    }
  }
  end('');
  return { text, commands, notes: limitNotes(notes) };
}

function splitArguments(text: string, passed: readonly Passed[]): readonly Word[] {
  const words: Word[] = [];
  let parts: string[] | undefined;
  let from = 0;
  let inQuotes = false;
  let quoteAt = 0;
  let i = 0;
  const finish = () => {
    if (parts) words.push({ value: parts.join(''), at: from, length: (passed[i - 1]?.at ?? from) + 1 - from });
    parts = undefined;
  };
  while (i < passed.length) {
    const { char, at } = passed[i]!;
    // A line break is part of a word: only spaces and tabs set words apart.
    if (!inQuotes && (char === ' ' || char === '\t')) {
      finish();
      i++;
      continue;
    }
    if (!parts) {
      parts = [];
      from = at;
    }
    if (char === '\\') {
      let slashes = 0;
      while (passed[i + slashes]?.char === '\\') slashes++;
      const quoteFollows = passed[i + slashes]?.char === '"';
      parts.push('\\'.repeat(quoteFollows ? Math.floor(slashes / 2) : slashes));
      i += slashes;
      if (quoteFollows && slashes % 2 === 1) {
        parts.push('"');
        i++;
      }
    } else if (char === '"') {
      if (inQuotes && passed[i + 1]?.char === '"') {
        parts.push('"');
        i += 2;
      } else {
        inQuotes = !inQuotes;
        quoteAt = at;
        i++;
      }
    } else {
      parts.push(char);
      i++;
    }
  }
  if (inQuotes) {
    throw errorAt(
      'MALFORMED',
      'The quote " is not closed.',
      { text, at: quoteAt, length: 1 },
      'Copy the whole line, up to its last quote.',
    );
  }
  finish();
  return words;
}
