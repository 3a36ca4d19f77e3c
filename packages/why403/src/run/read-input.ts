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

/** The bytes of a file, piece by piece in one buffer: each piece is valid until the next is asked for. */
function* chunksOf(file: string): Generator<Uint8Array> {
  const handle = fs.openSync(file, 'r');
  try {
    const piece = Buffer.allocUnsafe(Math.max(65_536, Math.min(fs.fstatSync(handle).size, CHUNK)));
    for (;;) {
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
      const chunk: Uint8Array = typeof value === 'string' ? Buffer.from(value) : value;
      // a JSON object is a HAR, and may be larger than memory
      if (chunks.length === 0 && looksLikeHar(chunk)) return await readHar(chunk, iterator, name);
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
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
  const head = Buffer.from(chunk.subarray(0, 65_536)).toString('latin1');
  return (
    head
      .replace(/^\u00ef\u00bb\u00bf/, '')
      .trimStart()
      .startsWith('{') && /"(?:log|entries|startedDateTime)"/.test(head)
  );
}

async function readHar(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
  name: string,
): Promise<Input> {
  let others = 0;
  const scanner = createHarScanner({ name, predicate: () => ++others <= LOOKED_INTO });
  let items: Imported[] = [];
  let passedOver: Imported | undefined;
  const take = (chunk: Uint8Array): void => {
    for (const entry of scanner.push(chunk)) {
      // not even parsed: neither its number nor its size is that of a refusal
      if (entry.status >= 200 && entry.status < 300 && entry.size > LONG_ENTRY && entry.index > 0) continue;
      const creator = creatorOf(scanner.creator);
      const item = readScannedEntry(entry, { name, ...(creator !== undefined && { creator }) });
      if (mayRefuse(item)) items.push(item);
      else passedOver ??= item;
    }
  };
  take(first);
  for (;;) {
    const { value, done } = await rest.next();
    if (done) break;
    take(value);
  }
  const { entries } = scanner.end();
  // a single entry is always answered
  if (entries === 1 && passedOver) items = [passedOver];
  // only the whole file shows whether its writer left credentials out of it
  if (items.some(({ exchange }) => exchange.request.headers.some(([n]) => /^(?:cookie|authorization)$/i.test(n))))
    items = items.map(withoutSanitizedGap);
  return { items, entries };
}

/** An entry of a HAR that is larger than this is what was asked for; its headers take some 5 KiB. */
const LONG_ENTRY = 49_152;
/** Pages, scripts and lists that are longer are what was asked for. */
const LONG_ANSWER = 32_768;

/** Whether an entry may tell a refusal. What is a success by its number is judged only where it is short: a refusal is. */
function mayRefuse({ exchange: { response } }: Imported): boolean {
  if (!response || response.status >= 300 || response.status < 200) return true;
  const type = response.headers.find(([n]) => n.toLowerCase() === 'content-type')?.[1] ?? '';
  const length = response.body?.text.length ?? 0;
  return length > 0 && length <= LONG_ANSWER && !/javascript|css|image|font|video|audio|octet|wasm/i.test(type);
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
  const gaps = imported.exchange.gaps.filter(({ code }) => code !== 'request-credentials');
  return { ...imported, exchange: { ...imported.exchange, gaps } };
}
