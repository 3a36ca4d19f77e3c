import { existsSync, lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  createSieve,
  type Exchange,
  type ImportContext,
  type Imported,
  InputError,
  importers,
  learnCredential,
  learnExchange,
  learnSend,
  learnVariable,
  readAnyText,
  readCurlCommand,
  readVariableFiles,
  recordedLearner,
  tools,
  type Vault,
  withAnswerBeside,
} from '@why403/core';
import type { Io } from '../command/io.ts';
import { fileReason, readFileBytes, readFilePieces } from '../shared/read-file.ts';
import type { Counted } from './gather.ts';
import { partVariables } from './part-variables.ts';
import { type Pieces, readHar } from './read-har.ts';

/** What the user gave, read. */
export interface Input {
  readonly items: readonly Imported[];
  /** How many entries a HAR holds in all, refused or not. */
  readonly entries?: number;
  /** What was passed over, each one sentence. */
  readonly notes?: readonly string[];
  /** What was let through in the same recordings, as far as it is kept. */
  readonly passed?: readonly Imported[];
  /** How many files were read, where several were. */
  readonly recordings?: number;
  /** How many more answers of a large recording are like one of the items. */
  readonly like?: ReadonlyMap<Imported, number>;
  /** Answers of a large recording that are not among the items. */
  readonly rest?: readonly Counted[];
}

export interface ReadOptions {
  readonly clipboard?: boolean;
  /** Files with values of variables, and which of their environments is meant. */
  readonly variables?: readonly string[];
  readonly env?: string;
  /** Told of every exchange of a recording, also of those that are not given; of undefined for one that cannot be read. */
  readonly learn?: (exchange: Exchange | undefined) => void;
  /** Told of every secret beside the exchanges; of undefined for those that cannot be read. */
  readonly secret?: (value: string | undefined) => void;
  /** Told of each variable of what is read. */
  readonly variable?: (name: string, value: string) => void;
  /** What learns the secrets where all is shown, and something is kept without them. */
  readonly vault?: Vault;
  /** Whether each answer is wanted, also where many are alike. */
  readonly each?: boolean;
  /** Told what is being read, again and again. */
  readonly progress?: (text: string) => void;
}

const PARTIAL =
  'Not every entry could be searched for secrets: of the answers only common words are shown. Give a smaller recording, or --show-secrets.';
/** A text up to this is read whole; of a longer one only what may tell of a refusal is kept. */
const MOST_TEXT = 16 * 1024 * 1024;
/** A log is read piece by piece, a HAR too. */
const MOST_LONG = 2 ** 31;
const MOST_HAR = 16 * 1024 * 1024 * 1024;
/** Most of a file that a curl option names (`-d @file`, `-b jar`, `-K config`). */
const MOST_BODY = 16 * 1024 * 1024;

/** Reads the words of a request: curl's, a line in quotes, a URL, files, a folder or standard input. Throws InputError. */
export async function readInput(words: readonly string[], io: Io, options: ReadOptions = {}): Promise<Input> {
  const { vault = options.vault } = io;
  if (!vault) return await (options.clipboard ? readFromClipboard(io) : read(words, io, options));
  const learnRecorded = recordedLearner(vault);
  const known = new WeakSet<Exchange>();
  const learn = (exchange: Exchange | undefined): void => {
    if (!exchange) vault.miss();
    else if (learnRecorded(exchange)) known.add(exchange);
  };
  const secret = (value: string | undefined): void => {
    if (value === undefined) vault.miss();
    else learnCredential(vault, value);
  };
  const variable = (name: string, value: string): void => learnVariable(vault, name, value);
  const input = options.clipboard
    ? await readFromClipboard(io)
    : await read(words, io, { ...options, learn, secret, variable });
  for (const { exchange, send, beside } of [...input.items, ...(input.passed ?? [])]) {
    if (beside) learnExchange(vault, beside);
    if (!known.has(exchange)) learnExchange(vault, exchange);
    learnSend(vault, send);
  }
  return io.vault?.isPartial() ? { ...input, notes: [...(input.notes ?? []), PARTIAL] } : input;
}

/** What the clipboard holds was not seen by whoever runs this: what may change something is asked about, a command line too. */
async function readFromClipboard(io: Io): Promise<Input> {
  const { readClipboard } = await import('./clipboard.ts');
  const items = readText(readClipboard(io.env), { ...contextOf(io), name: 'the clipboard' });
  return { items: items.map((item) => (item.form === 'command' ? { ...item, form: 'request' } : item)) };
}

async function read(words: readonly string[], io: Io, options: ReadOptions): Promise<Input> {
  const { requests, files } = partVariables(words, options.variables ?? []);
  const variables = files.length > 0 ? readVariableFiles(files, options.env) : undefined;
  for (const secret of variables?.secrets ?? []) options.secret?.(secret);
  const { variable } = options;
  const context = { ...contextOf(io), ...(variables && { variables }), ...(variable && { variable }) };
  if (options.env !== undefined && files.length === 0)
    throw new InputError('BAD_VALUE', '--env chooses among the environments of a file, and none was given.', {
      hint: 'Add --variables FILE.',
    });
  return await readWords(requests, io, context, options);
}

async function readWords(
  words: readonly string[],
  io: Io,
  context: ImportContext,
  options: ReadOptions,
): Promise<Input> {
  const [first] = words;
  if (first !== undefined && /^(?:.*[\\/])?curl(?:\.exe)?$/.test(first)) {
    return { items: readCurlCommand(words, context) };
  }
  if (first === undefined || first === '-')
    return await readStream({ name: 'standard input', pieces: io.stdin }, context, options);
  const numbered = words.length === 1 ? /^(.*[^#])#(\d{1,7})$/.exec(first) : null;
  if (numbered && !existsSync(first) && kindOf(numbered[1]!) === 'file')
    return await readStream({ ...fileSource(numbered[1]!), only: Number(numbered[2]) }, context, options);
  const kinds = words.map(kindOf);
  if (kinds.every((kind) => kind !== undefined)) return await readPlaces(words, kinds, context, options);
  const { readBareWords } = await import('./bare-words.ts');
  return { items: readBareWords(words, context) };
}

/** Files and folders. */
async function readPlaces(
  words: readonly string[],
  kinds: readonly ('file' | 'folder' | undefined)[],
  context: ImportContext,
  options: ReadOptions,
): Promise<Input> {
  const one = (name: string): Promise<Input> => readStream(fileSource(name), context, options);
  if (words.length === 1 && kinds[0] === 'file') return await one(words[0]!);
  const { readTogether, recordingsIn } = await import('./read-folder.ts');
  const names = words.flatMap((word, i) => (kinds[i] === 'folder' ? recordingsIn(word) : [word]));
  return await readTogether([...new Set(names)], options.each === true, one);
}

const VARIABLE_LINE = /^@([\w.-]{1,60})[ \t]{0,9}=[ \t]{0,9}([^\r\n]{1,4000})/gm;
const MOST_VARIABLE_LINES = 1024 * 1024;

/** Reads one text: a form that an importer knows, or any other in which a refusal stands. */
export function readText(text: string, context: ImportContext): readonly Imported[] {
  if (text.trim() === '')
    throw new InputError('EMPTY_INPUT', `${context.name ? `${context.name} is` : 'The request is'} empty.`, {
      hint: 'Give a URL, a curl command, a HAR or a raw HTTP message; why403 --help shows examples.',
    });
  // variables of a file of requests, also where an answer in it makes it a text of another kind
  for (const [, name, value] of context.variable ? text.slice(0, MOST_VARIABLE_LINES).matchAll(VARIABLE_LINE) : [])
    context.variable?.(name!, value!.trim());
  const importer = importers.find((i) => i.accepts(text, context.name));
  if (!importer) return readAnyText(text, context, tools);
  return withAnswerBeside(text, importer.read(text, context), context, tools);
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

function kindOf(word: string): 'file' | 'folder' | undefined {
  if (/\s/.test(word) && word.length > 300) return undefined;
  try {
    return statSync(word).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (/^[^\s:]+\.(?:har|http|txt|json|log)$/i.test(word) || /^\.{0,2}\//.test(word))
      throw new InputError('UNREADABLE_FILE', `${word} cannot be read: ${fileReason(error)}.`);
    return undefined;
  }
}

/** Where bytes come from. */
interface Source {
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** The file, where it is one that can be read again. */
  readonly file?: { readonly path: string; readonly size: number };
  /** What lies beside it. */
  readonly attached?: (name: string) => Uint8Array | undefined;
  /** The one entry of a HAR that is wanted, from 1. */
  readonly only?: number;
}

function fileSource(name: string): Source {
  const info = statSync(name, { throwIfNoEntry: false });
  return {
    name,
    pieces: readFilePieces(name, { most: MOST_HAR, pipes: true }),
    ...(info?.isFile() && { file: { path: name, size: info.size } }),
    attached: (body) => {
      try {
        const beside = path.join(path.dirname(name), body);
        // a link may lead out of the folder, and the folder may be anyone's
        return lstatSync(beside).isFile() ? readFileBytes(beside, { most: MOST_BODY }) : undefined;
      } catch {
        // the report says that the body is not shown
        return undefined;
      }
    },
  };
}

async function readStream(source: Source, context: ImportContext, options: ReadOptions): Promise<Input> {
  const { name, pieces, file } = source;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const iterator = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  const progress = progressOf(source, options);
  try {
    for (;;) {
      const { value, done } = await iterator.next();
      if (done) break;
      const chunk: Uint8Array = typeof value === 'string' ? Buffer.from(value) : value;
      // a JSON object is a HAR, and may be larger than memory
      if (chunks.length === 0 && looksLikeHar(chunk))
        return await readHar({
          ...source,
          ...(options.learn && { learn: options.learn }),
          each: options.each === true,
          first: chunk,
          rest: iterator,
          ...(file && { again: { size: file.size, read: () => readFilePieces(file.path, { most: MOST_HAR }) } }),
          progress,
        });
      if (chunks.length === 0 && looksLikeZip(chunk)) return await readArchive(chunk, iterator, name, options);
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      progress(chunk.length);
      if (size > MOST_TEXT) return await readLong(chunks, iterator, { ...context, name }, progress);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('UNREADABLE_FILE', `${name} cannot be read: ${fileReason(error)}.`);
  }
  if (source.only !== undefined)
    throw new InputError('BAD_VALUE', `${name} is no HAR, and has no entry ${source.only}.`, {
      hint: 'Leave #N out.',
    });
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

/** Says how much of a source was read. */
function progressOf({ name, file }: Source, { progress }: ReadOptions): (bytes: number) => void {
  let read = 0;
  return (bytes) => {
    read += bytes;
    const mib = 1 << 20;
    const much = file && file.size > 0 ? `${Math.floor((read / file.size) * 100)} %` : `${Math.floor(read / mib)} MiB`;
    progress?.(`reading ${name}: ${much}`);
  };
}

/** An archive with recordings in it. */
async function readArchive(
  first: Uint8Array,
  rest: Pieces,
  name: string,
  { learn, secret, each = false }: ReadOptions,
): Promise<Input> {
  const { MOST_ZIP, readZip } = await import('./read-zip.ts');
  const chunks = [Buffer.from(first)];
  let size = first.length;
  for (;;) {
    const { value, done } = await rest.next();
    if (done) break;
    size += value.length;
    if (size > MOST_ZIP)
      throw new InputError('BAD_VALUE', `${name} is an archive of more than ${MOST_ZIP >> 20} MiB.`, {
        hint: 'Unpack it, and give the HAR.',
      });
    chunks.push(Buffer.from(value));
  }
  const packed = readZip(Buffer.concat(chunks), name, secret);
  if (packed.length === 0)
    throw new InputError('NOT_HTTP', `${name} is an archive without a recording.`, {
      hint: 'A HAR or a trace of Playwright is looked for in it.',
    });
  const { readTogether } = await import('./read-folder.ts');
  const named = new Map(packed.map((one) => [one.name, one]));
  return await readTogether([...named.keys()], each, async (one) => {
    const { read, attached } = named.get(one)!;
    const bytes = read();
    return readHar({
      name: one,
      first: bytes,
      rest: [][Symbol.iterator](),
      again: { size: bytes.length, read: () => [bytes] },
      attached,
      each,
      ...(learn && { learn }),
    });
  });
}

/** A log, or another text of any length: what may tell of a refusal is kept, and read. */
async function readLong(
  begun: readonly Uint8Array[],
  rest: Pieces,
  context: ImportContext,
  progress: (bytes: number) => void,
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
    const chunk: Uint8Array = typeof value === 'string' ? Buffer.from(value) : value;
    take(chunk);
    progress(chunk.length);
  }
  const { text, leftOut } = sieve.end();
  const items = readText(text === '' ? '-' : text, context);
  const more = leftOut > 0 ? ` ${leftOut} more lines tell of refusals and were left out.` : '';
  return {
    items,
    notes: [`${context.name ?? 'The text'} is long: of it only the lines around refusals were read.${more}`],
  };
}

function looksLikeZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
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
