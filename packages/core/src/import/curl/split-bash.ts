import { errorAt, quoteShort } from '../parts/caret.ts';
import { readAnsiC } from './ansi-c.ts';
import { printfBytes, readPrintf } from './printf.ts';
import {
  type Command,
  checkSize,
  type Environment,
  limitNotes,
  type SplitLine,
  unsetNote,
  type Word,
} from './words.ts';

const END_OPERATORS = ['&&', '||', '|&', ';;', ';', '|', '&', '\n'];

/**
 * Splits a line into commands and words as bash does (POSIX.1-2024 XCU 2.2 to 2.7): quotes, `$'…'`, variables from
 * `env`, here-documents, redirections. Nothing is run: `$(…)` and backticks are refused by name.
 */
export function splitBash(text: string, env: Environment = {}): SplitLine {
  const notes: string[] = [];
  const commands: Command[] = [];
  const variables: Record<string, string | undefined> = { ...env };
  const hereDocs: { readonly end: string; readonly raw: boolean; readonly input: { text: string } }[] = [];
  let words: Word[] = [];
  let stdin: Command['stdin'];
  let word: string | undefined;
  let wordAt = 0;
  let quoted = false;
  /** What the next finished word is for, where it is not an argument. */
  let target: ((value: string, wasQuoted: boolean) => void) | undefined;
  let i = 0;

  const add = (part: string) => {
    if (word === undefined) {
      word = '';
      wordAt = i;
      quoted = false;
    }
    word += part;
  };
  const endWord = () => {
    if (word === undefined) return;
    const value = word;
    word = undefined;
    if (target) {
      const give = target;
      target = undefined;
      give(value, quoted);
    } else words.push({ value, at: wordAt, length: i - wordAt });
    checkSize(text, wordAt, words.length, commands.length);
  };
  const endCommand = (endedBy: string) => {
    endWord();
    target = undefined;
    const piped = endedBy === '|' ? printedBy(words) : undefined;
    if (words.length > 0 && !piped) {
      if (isAssignments(words)) for (const { value } of words) assign(variables, value);
      else commands.push({ words, ...(stdin === undefined ? {} : { stdin }), endedBy });
    }
    words = [];
    stdin = piped;
  };
  const expand = (inQuotes: boolean) => {
    const found = /^\$(?:\{([A-Za-z_][A-Za-z0-9_]{0,99})\}|([A-Za-z_][A-Za-z0-9_]{0,99}))/.exec(text.slice(i, i + 110));
    if (!found) {
      const next = text[i + 1] ?? '';
      const printed = inQuotes ? readPrintf(text, i) : undefined;
      if (printed) {
        add(printed.value);
        i = printed.end;
        return;
      }
      if (next === '(') throw refuseSubstitution(text, i, ')');
      if (next === '{' || /[0-9@*#?!$-]/.test(next)) {
        const end = next === '{' ? text.indexOf('}', i) + 1 || text.length : i + 2;
        const name = quoteShort(text.slice(i, end), 40);
        throw errorAt(
          'BAD_VALUE',
          `The shell expansion ${name} cannot be worked out here.`,
          { text, at: i, length: end - i },
          'Put the value itself in its place.',
        );
      }
      add('$');
      i++;
      return;
    }
    const name = (found[1] ?? found[2])!;
    const value = variables[name];
    if (value === undefined) notes.push(unsetNote(name));
    const end = i + found[0].length;
    if (inQuotes) add(value ?? '');
    else {
      // Outside quotes the value is split at white space, and an empty one leaves no word (XCU 2.6.5).
      const pieces = (value ?? '').split(/[ \t\n]/);
      for (const [index, piece] of pieces.entries()) {
        if (index > 0) endWord();
        if (piece !== '') add(piece);
      }
    }
    i = end;
  };
  const readDoubleQuoted = () => {
    const from = i;
    add('');
    quoted = true;
    i++;
    while (i < text.length && text[i] !== '"') {
      const run = /[^"\\$`]{1,8192}/y;
      run.lastIndex = i;
      const plain = run.exec(text)?.[0];
      if (plain) {
        add(plain);
        i += plain.length;
      } else if (text[i] === '\\') {
        const next = text[i + 1] ?? '';
        if (next === '\n') i += 2;
        else if (next === '\r' && text[i + 2] === '\n') i += 3;
        else {
          add(next !== '' && '$`"\\'.includes(next) ? next : `\\${next}`);
          i += 2;
        }
      } else if (text[i] === '`') throw refuseSubstitution(text, i, '`');
      else expand(true);
    }
    if (i >= text.length) throw unclosed(text, from, '"');
    i++;
  };
  const readRedirection = (operator: string) => {
    // A number straight before it is the file descriptor, not a word.
    if (word !== undefined && !quoted && /^[0-9]{1,3}$/.test(word)) word = undefined;
    else endWord();
    i += operator.length;
    if (operator === '<<' || operator === '<<-') {
      // The body comes after the command's own line, when the command is already put away.
      const input = { text: '' };
      stdin = input;
      target = (end, raw) => hereDocs.push({ end, raw, input });
    } else if (operator === '<<<') {
      target = (value) => {
        stdin = { text: `${value}\n` };
      };
    } else if (operator === '<') {
      target = (value) => {
        stdin = { file: value };
      };
    } else {
      target = (value) => {
        if (!/^([0-9]|-|\/dev\/null)$/.test(value))
          notes.push(`The redirection to ${quoteShort(value, 40)} was passed over.`);
      };
    }
  };
  const readHereDocs = () => {
    // The bodies stand on the lines after the command's own.
    for (const { end, raw, input } of hereDocs.splice(0)) {
      const lines: string[] = [];
      while (i < text.length) {
        const newline = text.indexOf('\n', i);
        const stop = newline < 0 ? text.length : newline;
        const line = text.slice(i, stop).replace(/\r$/, '');
        i = Math.min(text.length, stop + 1);
        if (line.trim() === end) break;
        lines.push(line);
      }
      const body = lines.map((line) => `${line}\n`).join('');
      input.text = raw ? body : expandText(body, variables, notes);
    }
  };

  while (i < text.length) {
    const char = text[i]!;
    if ((char === '\u201c' || char === '\u201d' || char === '\u2018' || char === '\u2019') && word === undefined) {
      throw errorAt(
        'MALFORMED',
        `${char} is a typographic quote: no shell takes it as one, and the words after it fall apart.`,
        { text, at: i, length: 1 },
        'Type straight quotes in its place.',
      );
    }
    if (char === "'") {
      const end = text.indexOf("'", i + 1);
      if (end < 0) throw unclosed(text, i, "'");
      add('');
      quoted = true;
      add(text.slice(i + 1, end));
      i = end + 1;
    } else if (char === '"') readDoubleQuoted();
    else if (char === '$' && text[i + 1] === "'") {
      const { value, end } = readAnsiC(text, i + 2);
      if (end < 0) throw unclosed(text, i, "$'");
      add('');
      quoted = true;
      add(value);
      i = end;
    } else if (char === '$' && text[i + 1] === '"') i++;
    else if (char === '$') expand(false);
    else if (char === '`') throw refuseSubstitution(text, i, '`');
    else if (char === '\\') {
      if (text[i + 1] === '\n') i += 2;
      else if (text[i + 1] === '\r' && text[i + 2] === '\n') i += 3;
      else {
        // A backslash before spaces and the end of a line is a slip of the copying hand: it meant to go on.
        const slip = /\\[ \t]{1,20}\r?\n/y;
        slip.lastIndex = i;
        const spaces = slip.exec(text)?.[0];
        if (spaces) i += spaces.length;
        else {
          if (i + 1 < text.length) {
            add(text[i + 1]!);
            quoted = true;
          }
          i += 2;
        }
      }
    } else if (char === '#' && word === undefined) {
      const newline = text.indexOf('\n', i);
      i = newline < 0 ? text.length : newline;
    } else if (char === ' ' || char === '\t' || char === '\r') {
      endWord();
      i++;
    } else if (char === '&' && text[i + 1] === '>') {
      endWord();
      readRedirection(text[i + 2] === '>' ? '&>>' : '&>');
    } else if (char === '<' || char === '>') {
      if (text[i + 1] === '(') throw refuseSubstitution(text, i, ')');
      const operator = ['<<<', '<<-', '<<', '<&', '<', '>>', '>&', '>|', '>'].find((one) => text.startsWith(one, i))!;
      readRedirection(operator);
    } else if (char === '~' && word === undefined && /^~(\/|\s|$)/.test(text.slice(i, i + 2)) && variables['HOME']) {
      add(variables['HOME']);
      i++;
    } else {
      const operator = END_OPERATORS.find((one) => text.startsWith(one, i));
      if (operator) {
        endCommand(operator);
        i += operator.length;
        if (operator === '\n') readHereDocs();
      } else {
        const run = /[^\s'"$`\\<>&;|#~]{1,8192}|[#~\s]/y;
        run.lastIndex = i;
        const plain = run.exec(text)?.[0] ?? char;
        add(plain);
        i += plain.length;
      }
    }
  }
  endCommand('');
  return { text, commands, notes: limitNotes(notes) };
}

/** What a `printf` of plain text puts into the pipe after it. */
function printedBy([program, format, ...others]: readonly Word[]): Command['stdin'] {
  const bytes = program?.value === 'printf' && format && others.length === 0 ? printfBytes(format.value) : undefined;
  return bytes && { bytes };
}

function isAssignments(words: readonly Word[]): boolean {
  return words.every(
    ({ value }, index) => (index === 0 && value === 'export') || /^[A-Za-z_][A-Za-z0-9_]{0,99}=/.test(value),
  );
}

function assign(variables: Record<string, string | undefined>, word: string): void {
  const equals = word.indexOf('=');
  if (equals > 0) variables[word.slice(0, equals)] = word.slice(equals + 1);
}

function expandText(body: string, variables: Environment, notes: string[]): string {
  return body.replace(/\$(?:\{([A-Za-z_][A-Za-z0-9_]{0,99})\}|([A-Za-z_][A-Za-z0-9_]{0,99}))/g, (_, braced, bare) => {
    const name: string = braced ?? bare;
    const value = variables[name];
    if (value === undefined) notes.push(unsetNote(name));
    return value ?? '';
  });
}

function unclosed(text: string, at: number, quote: string) {
  return errorAt(
    'MALFORMED',
    `The quote ${quote} is not closed.`,
    { text, at, length: quote.length },
    'Copy the whole line, up to its last quote.',
  );
}

function refuseSubstitution(text: string, at: number, close: string) {
  const end = text.indexOf(close, at + 1);
  const length = end < 0 ? 2 : end + 1 - at;
  const name = quoteShort(text.slice(at, at + length), 40);
  return errorAt(
    'BAD_VALUE',
    `The command substitution ${name} is not run.`,
    { text, at, length },
    'Put its output in its place.',
  );
}
