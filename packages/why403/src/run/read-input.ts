import fs from 'node:fs';
import {
  createHarScanner,
  createSieve,
  type ImportContext,
  type Imported,
  InputError,
  importers,
  learnExchange,
  learnSend,
  passedOver,
  readAnyText,
  readCurlCommand,
  readScannedEntry,
  tools,
} from '@why403/core';
import type { Io } from '../command/io.ts';
import { fileReason, readFileBytes, readFilePieces } from '../shared/read-file.ts';

/** What the user gave, read. */
export interface Input {
  readonly items: readonly Imported[];
  /** How many entries a HAR holds in all, refused or not. */
  readonly entries?: number;
  /** What was passed over, each one sentence. */
  readonly notes?: readonly string[];
}

/** A text up to this is read whole; of a longer one only what may tell of a refusal is kept. */
const MOST_TEXT = 16 * 1024 * 1024;
/** A log is read piece by piece, a HAR too. */
const MOST_LONG = 2 ** 31;
const MOST_HAR = 16 * 1024 * 1024 * 1024;
/** Most of a file that a curl option names (`-d @file`, `-b jar`, `-K config`). */
const MOST_BODY = 16 * 1024 * 1024;
/** Entries of a HAR that are looked into even when they were no refusal by their number: a 200 may hold one. */
const LOOKED_INTO = 500;

/** Reads the words of a request: curl's, a line in quotes, a URL, a file or standard input. Throws InputError. */
export async function readInput(
  words: readonly string[],
  io: Io,
  { clipboard = false }: { readonly clipboard?: boolean } = {},
): Promise<Input> {
  const input = clipboard ? await readFromClipboard(io) : await read(words, io);
  if (io.vault)
    for (const { exchange, send } of input.items) {
      learnExchange(io.vault, exchange);
      learnSend(io.vault, send);
    }
  return input;
}

/** What the clipboard holds was not seen by whoever runs this: what may change something is asked about, a command line too. */
async function readFromClipboard(io: Io): Promise<Input> {
  const { readClipboard } = await import('./clipboard.ts');
  const items = readText(readClipboard(io.env), { ...contextOf(io), name: 'the clipboard' });
  return { items: items.map((item) => (item.form === 'command' ? { ...item, form: 'request' } : item)) };
}

async function read(words: readonly string[], io: Io): Promise<Input> {
  const context = contextOf(io);
  const [first] = words;
  if (first !== undefined && /^(?:.*[\\/])?curl(?:\.exe)?$/.test(first)) {
    return { items: readCurlCommand(words, context) };
  }
  if (first === undefined || first === '-') return await readStream(io.stdin, 'standard input', context);
  if (words.length === 1 && isFile(first))
    return await readStream(readFilePieces(first, { most: MOST_HAR, pipes: true }), first, context);
  const { readBareWords } = await import('./bare-words.ts');
  return { items: readBareWords(words, context) };
}

/** Reads one text: a form that an importer knows, or any other in which a refusal stands. */
export function readText(text: string, context: ImportContext): readonly Imported[] {
  if (text.trim() === '')
    throw new InputError('EMPTY_INPUT', `${context.name ? `${context.name} is` : 'The request is'} empty.`, {
      hint: 'Give a URL, a curl command, a HAR or a raw HTTP message; why403 --help shows examples.',
    });
  const importer = importers.find((i) => i.accepts(text, context.name));
  return importer ? importer.read(text, context) : readAnyText(text, context, tools);
}

/** What importers may ask for on this machine. */
export function contextOf(io: Io): ImportContext {
  let stdin: Uint8Array | undefined;
  return {
    readFile(path) {
      try {
        return readFileBytes(path, { most: MOST_BODY, pipes: true });
      } catch (error) {
        throw new InputError('UNREADABLE_FILE', `${path} cannot be read: ${fileReason(error)}.`);
      }
    },
    readStdin() {
      try {
        stdin ??= Buffer.concat([...readFilePieces(0, { most: MOST_BODY })].map((piece) => Buffer.from(piece)));
      } catch (error) {
        throw new InputError('UNREADABLE_FILE', `Standard input cannot be read: ${fileReason(error)}.`);
      }
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
      throw new InputError('UNREADABLE_FILE', `${word} cannot be read: ${fileReason(error)}.`);
    return false;
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
      if (size > MOST_TEXT) return await readLong(chunks, iterator, { ...context, name });
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('UNREADABLE_FILE', `${name} cannot be read: ${fileReason(error)}.`);
  }
  const bytes = Buffer.concat(chunks);
  // every byte keeps a place of its own where the text is no UTF-8: importers decode bodies by their own charset
  let text: string;
  try {
    // PowerShell redirects in UTF-16
    const coding =
      bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : bytes[0] === 0xfe && bytes[1] === 0xff
          ? 'utf-16be'
          : 'utf-8';
    text = new TextDecoder(coding, { fatal: true }).decode(bytes);
  } catch {
    text = bytes.toString('latin1');
  }
  return { items: readText(text, { ...context, name }) };
}

/** A log, or another text of any length: what may tell of a refusal is kept, and read. */
async function readLong(
  begun: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
  context: ImportContext,
): Promise<Input> {
  const sieve = createSieve();
  const decoder = new TextDecoder('utf-8');
  let size = 0;
  const take = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (size > MOST_LONG)
      throw new InputError('BAD_VALUE', `${context.name} is larger than ${MOST_LONG >> 30} GiB.`, {
        hint: 'Give the part with the refusal in it: grep -n -C 40 " 403 " FILE | why403',
      });
    if (chunk.includes(0))
      throw new InputError('NOT_HTTP', `${context.name} is no text.`, {
        hint: 'Give a text, a HAR, or a raw HTTP message.',
      });
    sieve.push(decoder.decode(chunk, { stream: true }));
  };
  for (const chunk of begun) take(chunk);
  for (;;) {
    const { value, done } = await rest.next();
    if (done) break;
    take(typeof value === 'string' ? Buffer.from(value) : value);
  }
  const { text, leftOut } = sieve.end();
  const items = readText(text === '' ? '-' : text, context);
  const more = leftOut > 0 ? ` ${leftOut} more lines tell of refusals and were left out.` : '';
  return {
    items,
    notes: [`${context.name ?? 'The text'} is long: of it only the lines around refusals were read.${more}`],
  };
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
  const unread: InputError[] = [];
  const unanswered: Imported[] = [];
  const take = (chunk: Uint8Array): void => {
    for (const entry of scanner.push(chunk)) {
      // not even parsed: neither its number nor its size is that of a refusal
      if (entry.status >= 200 && entry.status < 300 && entry.size > LONG_ENTRY && entry.index > 0) continue;
      const creator = creatorOf(scanner.creator);
      const item = readEntry(entry, { name, ...(creator !== undefined && { creator }) });
      if (item instanceof InputError) {
        unread.push(item);
        continue;
      }
      if (item.exchange.response === undefined) unanswered.push(item);
      else if (mayRefuse(item)) items.push(item);
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
  if (items.length === 0 && passedOver === undefined && unread[0]) throw unread[0];
  // a single entry is always answered
  if (entries === 1) items = [...items, ...unanswered, ...(passedOver ? [passedOver] : [])].slice(0, 1);
  // only the whole file shows whether its writer left credentials out of it
  if (items.some(({ exchange }) => exchange.request.headers.some(([n]) => /^(?:cookie|authorization)$/i.test(n))))
    items = items.map(withoutSanitizedGap);
  return { items, entries, notes: entries === 1 ? [] : passedOverNotes(unread, unanswered) };
}

/** Reads an entry; one that cannot be read is told, and does not keep the others from being read. */
function readEntry(...given: Parameters<typeof readScannedEntry>): Imported | InputError {
  try {
    return readScannedEntry(...given);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** Entries that are told one by one; of more their number. */
const MOST_TOLD = 5;

function passedOverNotes(unread: readonly InputError[], unanswered: readonly Imported[]): readonly string[] {
  const all = [
    ...passedOver(unread),
    ...unanswered.map(({ exchange: { request, gaps, source } }) => {
      const why = gaps.find(({ code }) => code === 'response')?.text ?? 'It has no answer.';
      const [url] = request.url.split(/[?#]/, 1);
      return `Entry ${(source?.entry ?? 0) + 1}, ${request.method} ${url!.slice(0, 100)}: ${why}`;
    }),
  ];
  const rest = all.length - MOST_TOLD;
  return rest > 1 ? [...all.slice(0, MOST_TOLD), `${rest} more entries like these were passed over.`] : all;
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
