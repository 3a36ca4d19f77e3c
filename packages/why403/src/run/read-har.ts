// A HAR of any size, read piece by piece: its refusals, and the requests that passed beside them.
import {
  checkHttp,
  createHarScanner,
  type Exchange,
  type HarFile,
  type Imported,
  InputError,
  REFUSAL_STATUSES,
  readScannedEntry,
  type ScannedEntry,
  sayNotHttp,
  sayUnread,
} from '@why403/core';
import { createGathering, type Gathered, type Gathering } from './gather.ts';
import { createPassed, type Passed } from './passed.ts';
import type { Input } from './read-input.ts';

/** Entries of a HAR that are looked into even when they were no refusal by their number: a 200 may hold one. */
const LOOKED_INTO = 500;
/** An entry of a HAR that is larger than this is what was asked for; its headers take some 5 KiB. */
const LONG_ENTRY = 49_152;
/** Pages, scripts and lists that are longer are what was asked for. */
const LONG_ANSWER = 32_768;
/** Entries that are told one by one; of more their number. */
const MOST_TOLD = 5;
/** A file up to this is gone through a second time, for requests that passed where others were refused. */
const MOST_AGAIN = 128 * 1024 * 1024;
/** Most bytes of bodies beside a file that are read for their secrets alone. */
const MOST_BESIDE = 64 * 1024 * 1024;
/** Paths that are looked for then. */
const MOST_PATHS = 20;

export type Pieces = AsyncIterator<Uint8Array> | Iterator<Uint8Array>;

export interface HarSource {
  readonly name: string;
  /** The bytes that were read already, and the rest. */
  readonly first: Uint8Array;
  readonly rest: Pieces;
  /** All bytes once more; absent where they cannot be had twice. */
  readonly again?: { readonly size: number; read(): Iterable<Uint8Array> };
  readonly attached?: HarFile['attached'];
  /** The one entry that is wanted, from 1. */
  readonly only?: number;
  /** Told of each exchange, also of those that are not given; of undefined for one that cannot be read. */
  readonly learn?: (exchange: Exchange | undefined) => void;
  /** Whether each answer is wanted, also where many are alike. */
  readonly each: boolean;
  /** Told how many bytes came. */
  readonly progress?: (bytes: number) => void;
}

/** What was found in a file so far. */
interface Finds {
  readonly found: Gathering;
  readonly passed: Passed;
  /** What is said of entries that cannot be read, and of those without an answer; how many they are. */
  readonly unread: { readonly said: string[]; broken: number; notHttp: number; first?: InputError };
  readonly unanswered: { readonly said: string[]; count: number };
  /** The last entry that was read, whatever it is. */
  last?: Imported;
  /** Whether the file holds credentials: its writer did not leave them out. */
  credentials: boolean;
  /** Entries that were read. */
  readonly seen: Set<number>;
  /** Entries were left unread for their number or size, and are no refusals by either. */
  left: boolean;
}

export async function readHar(source: HarSource): Promise<Input> {
  const { name, only, learn } = source;
  let others = 0;
  // what an entry holds may be repeated by any answer, so all of them are read where secrets are to be known
  const scanner = createHarScanner({
    name,
    predicate: () => learn !== undefined || only !== undefined || others < LOOKED_INTO,
  });
  const passed = createPassed();
  const finds: Finds = {
    found: createGathering(() => !source.each, passed.add),
    passed,
    unread: { said: [], broken: 0, notHttp: 0 },
    unanswered: { said: [], count: 0 },
    credentials: false,
    seen: new Set(),
    left: false,
  };
  const isLookedInto = (entry: ScannedEntry): boolean => {
    if (!REFUSAL_STATUSES.has(entry.status) && ++others > LOOKED_INTO) return false;
    // neither its number nor its size is that of a refusal
    const isLong = isSuccess(entry.status) && entry.size > LONG_ENTRY && entry.index > 0;
    finds.left ||= isLong;
    return !isLong;
  };
  const beside = withLimit(source);
  const take = (chunk: Uint8Array): void => {
    for (const entry of scanner.push(chunk)) {
      const isWanted = only === undefined ? isLookedInto(entry) : entry.index === only - 1;
      if (!isWanted && !learn) continue;
      const file = fileOf(isWanted ? source : beside, scanner.creator);
      const item = readEntry(entry, { ...file, everyScheme: true, textOnly: !isWanted });
      learn?.(item instanceof InputError ? undefined : item.exchange);
      if (!(item instanceof InputError) && item.beside) learn?.(item.beside);
      if (isWanted) sort(item instanceof InputError ? item : orNotHttp(item, entry.index), finds);
    }
    source.progress?.(chunk.length);
  };
  take(source.first);
  for (;;) {
    const { value, done } = await source.rest.next();
    if (done) break;
    take(value);
  }
  const { entries } = scanner.end();
  if (only !== undefined) return { items: [theOne(finds, only, entries, name)], entries: 1 };
  if (finds.found.size() > 0 && (finds.left || others > LOOKED_INTO)) lookAgain(source, scanner.creator, finds);
  return inputOf(finds, entries);
}

function sort(item: Imported | InputError, finds: Finds): void {
  const { unread, unanswered } = finds;
  if (item instanceof InputError) {
    unread.first ??= item;
    if (item.code === 'NOT_HTTP') unread.notHttp++;
    else if (unread.broken++ <= MOST_TOLD) unread.said.push(sayUnread(item));
    return;
  }
  const { request, response, source } = item.exchange;
  if (source?.entry !== undefined) finds.seen.add(source.entry);
  finds.credentials ||= request.headers.some(([n]) => /^(?:cookie|authorization)$/i.test(n));
  finds.last = item;
  if (response === undefined) {
    if (unanswered.count++ <= MOST_TOLD) unanswered.said.push(sayUnanswered(item));
  } else if (mayRefuse(item)) finds.found.add(item);
  else finds.passed.add(item);
}

function inputOf({ found, passed, unread, unanswered, last, credentials }: Finds, entries: number): Input {
  if (last === undefined && unread.first) throw unread.first;
  const gathered = found.all();
  // a single entry is always answered
  const items = entries === 1 && last ? [last] : gathered.items;
  return {
    // only the whole file shows whether its writer left credentials out of it
    ...(credentials ? withoutSanitizedGaps({ ...gathered, items }) : { ...gathered, items }),
    entries,
    notes: entries === 1 ? [] : notesOf(unread, unanswered),
    passed: passed.all(),
  };
}

function theOne({ last, unread }: Finds, only: number, entries: number, name: string): Imported {
  if (last) return last;
  if (unread.first) throw unread.first;
  throw new InputError('BAD_VALUE', `${name} has ${entries} ${entries === 1 ? 'entry' : 'entries'}, and no ${only}.`);
}

/** The same source for entries that are read for their secrets alone: the bodies beside it are for the refusals first. */
function withLimit({ attached, ...source }: HarSource): HarSource {
  let left = MOST_BESIDE;
  if (!attached) return source;
  return {
    ...source,
    attached: (name) => {
      const body = left > 0 ? attached(name) : undefined;
      left -= body?.length ?? 0;
      if (left <= 0) source.learn?.(undefined);
      return body;
    },
  };
}

/** Goes through the file once more, for what passed on the paths that were refused. Nothing else of it is parsed. */
function lookAgain(source: HarSource, creator: Uint8Array | undefined, { found, passed, seen }: Finds): void {
  const { again, name } = source;
  if (!again || again.size > MOST_AGAIN) return;
  const { items } = found.all();
  const refused = items.filter(({ exchange: { response } }) => (response?.status ?? 0) >= 400);
  const paths = new Set(refused.map(({ exchange: { request } }) => request.url.split(/[?#]/, 1)[0]!));
  const wanted = [...paths].slice(0, MOST_PATHS).map((url) => Buffer.from(`"${url}`));
  const scanner = createHarScanner({ name, predicate: (status) => status >= 200 && status < 400 });
  for (const chunk of again.read())
    for (const entry of scanner.push(chunk)) {
      if (seen.has(entry.index) || entry.status < 200 || entry.status >= 400 || !entry.bytes) continue;
      const bytes = Buffer.from(entry.bytes.buffer, entry.bytes.byteOffset, entry.bytes.byteLength);
      if (!wanted.some((url) => bytes.includes(url))) continue;
      const item = readEntry(entry, fileOf(source, creator));
      if (!(item instanceof InputError) && item.exchange.response) passed.add(item);
    }
}

/** Reads an entry; one that cannot be read is told, and does not keep the others from being read. */
function readEntry(entry: ScannedEntry, file: HarFile): Imported | InputError {
  try {
    return readScannedEntry(entry, file);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** The entry, or why it is none of HTTP. */
function orNotHttp(item: Imported, index: number): Imported | InputError {
  try {
    checkHttp(item.exchange.request.url, index);
    return item;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function fileOf({ name, attached }: HarSource, json: Uint8Array | undefined): HarFile {
  const creator = creatorOf(json);
  return { name, ...(creator !== undefined && { creator }), ...(attached && { attached }) };
}

function sayUnanswered({ exchange: { request, gaps, source } }: Imported): string {
  const why = gaps.find(({ code }) => code === 'response')?.text ?? 'It has no answer.';
  const [url] = request.url.split(/[?#]/, 1);
  return `Entry ${(source?.entry ?? 0) + 1}, ${request.method} ${url!.slice(0, 100)}: ${why}`;
}

function notesOf({ said, broken, notHttp }: Finds['unread'], unanswered: Finds['unanswered']): readonly string[] {
  const all = [...said, ...sayNotHttp(notHttp), ...unanswered.said];
  const rest = broken + Math.min(1, notHttp) + unanswered.count - MOST_TOLD;
  return rest > 1 ? [...all.slice(0, MOST_TOLD), `${rest} more entries like these were passed over.`] : all;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether an entry may tell a refusal. What is a success by its number is judged only where it is short: a refusal is. */
function mayRefuse({ exchange: { response } }: Imported): boolean {
  if (!response || !isSuccess(response.status)) return true;
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

function withoutSanitizedGaps({ items, like, rest }: Gathered): Gathered {
  const without = new Map(
    items.map((item): [Imported, Imported] => {
      const gaps = item.exchange.gaps.filter(({ code }) => code !== 'request-credentials');
      return [item, { ...item, exchange: { ...item.exchange, gaps } }];
    }),
  );
  return {
    items: [...without.values()],
    like: new Map([...like].map(([item, count]) => [without.get(item)!, count])),
    rest,
  };
}
