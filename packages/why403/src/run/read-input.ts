import fs from 'node:fs';
import {
  createHarScanner,
  type ImportContext,
  type Imported,
  InputError,
  importers,
  readCurlCommand,
  readScannedEntry,
} from '@why403/core';
import type { Io } from '../command/io.ts';

/** What the user gave, read. */
export interface Input {
  readonly items: readonly Imported[];
  /** How many entries a HAR holds in all, refused or not. */
  readonly entries?: number;
}

const CHUNK = 1 << 20;
/** Most that is read of a text that is no HAR; its body is cut far below that. */
const MOST_TEXT = 256 * 1024 * 1024;
/** Entries of a HAR that are looked into even when they were no refusal by their number: a 200 may hold one. */
const LOOKED_INTO = 500;

/** Reads the words of a request: curl's, a line in quotes, a URL, a file or standard input. Throws InputError. */
export async function readInput(words: readonly string[], io: Io): Promise<Input> {
  const context = contextOf(io);
  const [first] = words;
  if (first !== undefined && /^(?:.*[\\/])?curl(?:\.exe)?$/.test(first)) {
    return { items: readCurlCommand(words, context) };
  }
  if (first === undefined || first === '-') return await readStream(io.stdin, 'standard input', context);
  if (words.length === 1) {
    if (isFile(first)) return await readStream(chunksOf(first), first, context);
    return { items: readText(first, context) };
  }
  // words without curl: most likely the options of a request without the command before them
  throw new InputError(
    'NOT_HTTP',
    `"${words.slice(0, 3).join(' ').slice(0, 60)}" is more than one word, and no curl command.`,
    {
      hint: 'Put the request in quotes, or write why403 before the whole curl command.',
    },
  );
}

/** Reads one text in any of the forms that importers know. */
export function readText(text: string, context: ImportContext): readonly Imported[] {
  if (text.trim() === '')
    throw new InputError('EMPTY_INPUT', `${context.name ? `${context.name} is` : 'The request is'} empty.`, {
      hint: 'Give a URL, a curl command, a HAR or a raw HTTP message; why403 --help shows examples.',
    });
  const importer = importers.find((i) => i.accepts(text, context.name));
  if (!importer) {
    throw new InputError(
      'NOT_HTTP',
      `${context.name ? `${context.name} is` : `"${text.trim().slice(0, 40)}" is`} no request that can be read.`,
      {
        hint: 'It may be a URL, a curl, PowerShell or fetch line, a HAR, or a raw HTTP message (curl -i prints one).',
      },
    );
  }
  return importer.read(text, context);
}

/** What importers may ask for on this machine. */
export function contextOf(io: Io): ImportContext {
  let stdin: Uint8Array | undefined;
  return {
    readFile(path) {
      try {
        return fs.readFileSync(path);
      } catch (error) {
        throw new InputError('UNREADABLE_FILE', `${path} cannot be read: ${reason(error)}.`);
      }
    },
    readStdin() {
      stdin ??= fs.readFileSync(0);
      return stdin;
    },
    env: io.env,
  };
}

function isFile(word: string): boolean {
  if (/\s/.test(word) && word.length > 300) return false;
  try {
    const stat = fs.statSync(word);
    if (stat.isDirectory())
      throw new InputError('UNREADABLE_FILE', `${word} is a directory.`, {
        hint: 'Give a file: a HAR or a raw HTTP message.',
      });
    return true;
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (/^[^\s:]+\.(?:har|http|txt|json|log)$/i.test(word) || /^\.{0,2}\//.test(word))
      throw new InputError('UNREADABLE_FILE', `${word} cannot be read: ${reason(error)}.`);
    return false;
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT'
    ? 'there is no such file'
    : code === 'EACCES'
      ? 'permission denied'
      : (code ?? String(error));
}

/** The bytes of a file, piece by piece; each piece is valid until the next is asked for. */
function* chunksOf(file: string): Generator<Uint8Array> {
  const handle = fs.openSync(file, 'r');
  try {
    const size = fs.fstatSync(handle).size;
    for (;;) {
      const piece = Buffer.allocUnsafe(Math.max(65_536, Math.min(size, CHUNK)));
      const read = fs.readSync(handle, piece);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    fs.closeSync(handle);
  }
}

async function readStream(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
  context: ImportContext,
): Promise<Input> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const iterator = Symbol.asyncIterator in stream ? stream[Symbol.asyncIterator]() : stream[Symbol.iterator]();
  try {
    for (;;) {
      const { value, done } = await iterator.next();
      if (done) break;
      const chunk = typeof value === 'string' ? Buffer.from(value) : value;
      chunks.push(chunk);
      size += chunk.length;
      // a JSON object is a HAR, and may be larger than memory
      const head = Buffer.from(chunks[0]!.subarray(0, 64))
        .toString('latin1')
        .replace(/^\u00ef\u00bb\u00bf/, '')
        .trimStart();
      if (head.startsWith('{') && looksLikeHar(chunks[0]!)) return await readHar(chunks, iterator, name);
      if (size > MOST_TEXT)
        throw new InputError('BAD_VALUE', `${name} is larger than ${MOST_TEXT >> 20} MiB and no HAR.`);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('UNREADABLE_FILE', `${name} cannot be read: ${reason(error)}.`);
  }
  const bytes = Buffer.concat(chunks);
  // every byte keeps a place of its own where the text is no UTF-8: importers decode bodies by their own charset
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = bytes.toString('latin1');
  }
  return { items: readText(text, { ...context, name }) };
}

function looksLikeHar(chunk: Uint8Array): boolean {
  return /"(?:log|entries|startedDateTime)"/.test(Buffer.from(chunk.subarray(0, 65_536)).toString('latin1'));
}

async function readHar(
  chunks: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
  name: string,
): Promise<Input> {
  let others = 0;
  const scanner = createHarScanner({ name, predicate: () => ++others <= LOOKED_INTO });
  let items: Imported[] = [];
  const take = (chunk: Uint8Array): void => {
    for (const entry of scanner.push(chunk)) {
      const creator = creatorOf(scanner.creator);
      items.push(readScannedEntry(entry, { name, ...(creator !== undefined && { creator }) }));
    }
  };
  for (const chunk of chunks) take(chunk);
  for (;;) {
    const { value, done } = await rest.next();
    if (done) break;
    take(value);
  }
  const { entries } = scanner.end();
  // only the whole file shows whether its writer left credentials out of it
  if (items.some(({ exchange }) => exchange.request.headers.some(([n]) => /^(?:cookie|authorization)$/i.test(n))))
    items = items.map(withoutSanitizedGap);
  return { items, entries };
}

/** Name of the program that wrote the HAR (`log.creator.name`), where the file told it already. */
function creatorOf(json: Uint8Array | undefined): string | undefined {
  if (!json) return undefined;
  try {
    const { name } = JSON.parse(new TextDecoder().decode(json));
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

function withoutSanitizedGap(imported: Imported): Imported {
  const gaps = imported.exchange.gaps.filter((gap) => !/ sanitized HAR: /.test(gap));
  return { ...imported, exchange: { ...imported.exchange, gaps } };
}
