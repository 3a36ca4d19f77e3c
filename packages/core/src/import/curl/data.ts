import { InputError } from '../../model/errors.ts';
import type { ImportContext } from '../../model/importer.ts';
import { concatBytes, decodeUtf8, encodeUtf8 } from '../parts/bytes.ts';
import { quoteShort } from '../parts/caret.ts';
import type { Given } from './draft.ts';
import { type Command, MOST_WORDS } from './words.ts';

/** Reads files that a command names, and standard input for `-`. */
export type ReadFile = (path: string) => Uint8Array;

/** How files are read for one command: its own here-document stands for standard input. */
export function makeReadFile(context: ImportContext, stdin: Command['stdin']): ReadFile {
  const readNamed = (path: string): Uint8Array => {
    if (!context.readFile)
      throw new InputError('UNREADABLE_FILE', `The file ${quoteShort(path)} cannot be read here.`, {
        hint: 'Put its contents in its place.',
      });
    return context.readFile(path);
  };
  return (path) => {
    if (path !== '-') return readNamed(path);
    if (stdin && 'bytes' in stdin) return stdin.bytes;
    if (stdin) return 'text' in stdin ? encodeUtf8(stdin.text) : readNamed(stdin.file);
    if (!context.readStdin)
      throw new InputError('UNREADABLE_FILE', 'The request wants data from standard input, and there is none here.');
    return context.readStdin();
  };
}

/** Joins everything that `-d`, `--json` and their kin give (https://everything.curl.dev/http/post/simple.html). */
export function joinData(pieces: readonly Given[], read: ReadFile): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const { value, setting } of pieces) {
    // Each piece but one of --json is set apart by an ampersand.
    if (parts.length > 0 && setting.name !== 'json') parts.push(encodeUtf8('&'));
    parts.push(readPiece(setting.name, value, read));
  }
  return concatBytes(parts);
}

function readPiece(name: string, value: string, read: ReadFile): Uint8Array {
  if (name === 'data-urlencode') return encodeUtf8(encodeNamed(value, read));
  if (name === 'data-raw' || !value.startsWith('@')) return encodeUtf8(value);
  const bytes = read(value.slice(1));
  // -d takes line ends and NUL out of a file, --data-binary and --json leave it as it is.
  return name === 'data' || name === 'data-ascii'
    ? bytes.filter((byte) => byte !== 13 && byte !== 10 && byte !== 0)
    : bytes;
}

/** The five forms of `--data-urlencode`: `content`, `=content`, `name=content`, `@file`, `name@file`. */
function encodeNamed(value: string, read: ReadFile): string {
  // An equals sign anywhere goes before an at sign.
  const equals = value.indexOf('=');
  const mark = equals < 0 ? value.indexOf('@') : equals;
  if (mark < 0) return encodeForm(encodeUtf8(value));
  const name = value.slice(0, mark);
  const rest = value.slice(mark + 1);
  const content = encodeForm(equals < 0 ? read(rest) : encodeUtf8(rest));
  return name === '' ? content : `${name}=${content}`;
}

/** One `--url-query`: as `--data-urlencode`, or as it is after a plus sign. */
export function encodeQuery(value: string, read: ReadFile): string {
  return value.startsWith('+') ? value.slice(1) : encodeNamed(value, read);
}

/** Percent-encodes all but RFC 3986's unreserved characters; a space becomes a plus sign, as in forms. */
function encodeForm(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    if (/[A-Za-z0-9._~-]/.test(char)) parts.push(char);
    else parts.push(char === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`);
  }
  return parts.join('');
}

/** The lines of a header file (`-H @file`): empty ones and comments are left out. */
export function readHeaderLines(bytes: Uint8Array): readonly string[] {
  return decodeUtf8(bytes)
    .split(/\r?\n/, MOST_WORDS)
    .filter((line) => line !== '' && !line.startsWith('#'));
}
