// Own quoting: libraries quote for one shell (shell-quote, shescape), and a printed line is pasted into any of them.

import { UNSEEN } from './unseen.ts';

declare const runsAsMeant: unique symbol;

/**
 * A line for a shell that means the same in sh, dash, bash, zsh and fish (3.4 or later), and holds only characters that are
 * seen. It comes from `sh` alone, so no text can get into a printed line unquoted.
 */
export type ShellLine = string & { readonly [runsAsMeant]: true };

/** A line that stands inside another one as it is. */
export interface Piece {
  readonly piece: ShellLine;
}

/** A word that no argument of a program can hold, or no line can show. */
export class ShellWordError extends Error {
  override readonly name = 'ShellWordError';
}

/** The line inside another one, unquoted: `sh\`${piece(check)} && systemctl reload nginx\``. Without this it is one word. */
export function piece(line: ShellLine): Piece {
  return { piece: line };
}

/**
 * A line for a shell. What the program's own text says stands as it is; every text put in is one word, a list as many.
 * Throws ShellWordError where a word cannot be written.
 */
export function sh(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Piece | readonly string[])[]
): ShellLine {
  return parts.reduce((line, part, i) => `${line}${put(values[i - 1]!)}${part}`) as ShellLine;
}

/** Words as a line, the first being the program's name. */
export function shellWords(words: readonly string[]): ShellLine {
  return words.map(shellWord).join(' ') as ShellLine;
}

/** Bytes as the standard input of a line: `printf` is built into every one of the shells. */
export function pipedInto(bytes: Uint8Array, line: ShellLine): ShellLine {
  return `printf '${printfFormat(bytes)}' | ${line}` as ShellLine;
}

function put(value: string | number | Piece | readonly string[]): string {
  if (typeof value === 'string') return shellWord(value);
  if (typeof value === 'number') return String(value);
  return 'piece' in value ? value.piece : value.map(shellWord).join(' ');
}

/**
 * One word. Single quotes mean the same everywhere but for `'` (zsh's RC_QUOTES joins two words) and `\` (fish), and keep
 * `!` from the history of bash and zsh. Those two stand in double quotes, where `\\` means the same everywhere. What is not
 * seen is written by `printf`, in octal: only there all five agree.
 */
function shellWord(text: string): string {
  // not at the start: zsh's `=program`, fish's `%self`
  if (/^[\w@+:,./-][\w@%+=:,./-]*$/.test(text)) return text;
  if (text.search(UNSEEN) < 0) {
    // read more easily, where nothing in it means anything in double quotes
    if (text.includes("'") && !/[$`"\\!]/.test(text)) return `"${text}"`;
    return (
      text
        .split(/([\\']+)/)
        .map((run, i) => (run === '' ? '' : i % 2 ? `"${run.replaceAll('\\', '\\\\')}"` : `'${run}'`))
        .join('') || "''"
    );
  }
  if (text.includes('\0') || text.endsWith('\n'))
    throw new ShellWordError(
      'A word of this line is one that no shell can be given: it holds NUL or ends in a line break.',
    );
  return `"$(printf '${printfFormat(text)}')"`;
}

/** A format of `printf` that gives the text, or the bytes where they are no UTF-8. */
function printfFormat(text: string | Uint8Array): string {
  if (typeof text !== 'string') {
    try {
      return printfFormat(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text));
    } catch {
      return Array.from(text, (byte) => (byte < 0x80 ? printfFormat(String.fromCharCode(byte)) : octal(byte))).join('');
    }
  }
  const format = text
    .replace(/[\\%']/g, (ch) => octal(ch.charCodeAt(0)))
    .replace(UNSEEN, (ch) => Array.from(new TextEncoder().encode(ch), octal).join(''));
  return format.startsWith('-') ? `${octal(0x2d)}${format.slice(1)}` : format;
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}

/** The words of a line from `sh`, as they are written. */
export function wordsOf(line: string): readonly string[] {
  return line.match(/(?:'[^']*'|"\$\(printf '[^']*'\)"|"(?:[^"\\]|\\.)*"|[^\s'"])+/g) ?? [];
}
