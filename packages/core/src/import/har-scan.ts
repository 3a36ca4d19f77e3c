import { InputError } from '../model/errors.ts';

/** An entry that was picked out, as its bytes stand in the file. */
export interface ScannedEntry {
  /** Its place in log.entries, from 0. */
  readonly index: number;
  /** `response.status`; 0 where there is none. */
  readonly status: number;
  /** Offset of its first byte in the file. */
  readonly offset: number;
  /** Size in bytes. */
  readonly size: number;
  /** The JSON of it; absent where it is larger than the limit. */
  readonly bytes?: Uint8Array;
}

export interface HarScanner {
  /** Takes the next bytes of the file and gives the picked entries that end in them. The bytes may be overwritten afterwards. Throws InputError MALFORMED. */
  push(chunk: Uint8Array): readonly ScannedEntry[];
  /** Says that the file is over. Throws InputError MALFORMED where it is cut off, NOT_HTTP where it is no HAR. */
  end(): { readonly entries: number; readonly bytes: number };
  /** Entries that were seen whole so far. */
  readonly entries: number;
  /** `log.creator` as JSON bytes, where it stood before the entries. */
  readonly creator: Uint8Array | undefined;
}

export interface HarScanOptions {
  /** Statuses to pick besides the usual ones of a refusal. */
  readonly predicate?: (status: number) => boolean;
  /** Largest entry whose bytes are kept; 64 MiB. */
  readonly maxEntry?: number;
  /** File name, for messages. */
  readonly name?: string;
}

/** Statuses that can tell a refusal; 0 is what browsers write where they got no answer. */
export const REFUSAL_STATUSES: ReadonlySet<number> = new Set([
  0, 400, 401, 403, 404, 405, 406, 407, 409, 412, 419, 421, 422, 423, 426, 428, 429, 430, 440, 444, 451, 498, 499, 503,
]);

const MAX_ENTRY = 64 * 1024 * 1024;
const MOST_CREATOR = 8 * 1024 * 1024;
const QUOTE = 34;
const BACKSLASH = 92;
/** Strings longer than this are searched natively for their end; shorter ones are read through faster. */
const SHORT = 48;
const KEYS = ['log', 'entries', 'response', 'status', 'creator'] as const;
const KEY_BYTES = KEYS.map((key) => new TextEncoder().encode(key));
type Key = (typeof KEYS)[number] | undefined;

/** Levels that are looked into: the file, `log`, its `entries`, one entry, its `response`. All else is skipped by brackets. */
const ENTRIES = 3;
const ENTRY = 4;
const RESPONSE = 5;

/**
 * Finds the entries of a HAR that may be refusals without parsing the file, in one pass and in memory bounded by one
 * entry. It follows quotes and brackets (RFC 8259), so nothing inside a string misleads it, and keys may come in any order.
 */
export function createHarScanner(options: HarScanOptions = {}): HarScanner {
  const maxEntry = options.maxEntry ?? MAX_ENTRY;
  const wanted = (status: number) => REFUSAL_STATUSES.has(status) || options.predicate?.(status) === true;
  /** Offset in the file of the current chunk's first byte. */
  let base = 0;
  let depth = 0;
  /** How many of the open brackets are levels that are looked into. */
  let tracked = 0;
  let inString = false;
  let escapePending = false;
  let started = false;
  let finished = false;
  let sawEntries = false;
  let count = 0;
  const keys: Key[] = [];
  /** Bytes of the last string on a tracked level, for keys that lie across two chunks. */
  let carried: Uint8Array | undefined;
  let stringAt = -1;
  let lastString: Uint8Array | undefined;
  let readingStatus = false;
  let status = -1;
  let entryAt = -1;
  /** Whether the entry is wanted; asked once, when its status is known. */
  let picked: boolean | undefined;
  let keep = false;
  let kept: Uint8Array[] = [];
  let keptSize = 0;
  let creatorAt = -1;
  let creatorSize = 0;
  let creatorParts: Uint8Array[] = [];
  let creator: Uint8Array | undefined;

  const where = () => (options.name === undefined ? 'The HAR' : `The HAR ${options.name}`);
  const malformed = (offset: number, what: string) =>
    new InputError('MALFORMED', `${where()} is not well-formed at byte ${offset}: ${what}.`, {
      hint: `${count} ${count === 1 ? 'entry was' : 'entries were'} read before it. Export it again.`,
    });

  /** Ends the entry at `end` (exclusive, in this chunk). */
  const endEntry = (chunk: Uint8Array, end: number, found: ScannedEntry[]) => {
    const known = Math.max(0, status);
    if (picked ?? wanted(known)) {
      const size = base + end - entryAt;
      const head = { index: count, status: known, offset: entryAt, size };
      if (size > maxEntry) found.push(head);
      else {
        const from = Math.max(0, entryAt - base);
        const bytes = new Uint8Array(size);
        let at = 0;
        for (const part of kept) {
          bytes.set(part, at);
          at += part.length;
        }
        bytes.set(chunk.subarray(from, end), at);
        found.push({ ...head, bytes });
      }
    }
    count++;
    entryAt = -1;
    kept = [];
    keptSize = 0;
  };

  const open = (at: number) => {
    const key = keys[depth];
    const isNext =
      (depth === 0 && tracked === 0) ||
      (depth === tracked &&
        ((depth === 1 && key === 'log') ||
          (depth === 2 && key === 'entries') ||
          depth === ENTRIES ||
          (depth === ENTRY && key === 'response')));
    if (depth === 2 && key === 'creator' && tracked === 2) creatorAt = base + at;
    depth++;
    if (!isNext) return;
    tracked++;
    keys[depth] = undefined;
    if (depth === ENTRIES) sawEntries = true;
    if (depth === ENTRY) {
      entryAt = base + at;
      status = -1;
      picked = undefined;
      keep = true;
    }
  };

  const push = (chunk: Uint8Array): readonly ScannedEntry[] => {
    const found: ScannedEntry[] = [];
    const size = chunk.length;
    let i = 0;
    if (!started) i = skipStart(chunk);
    if (escapePending && size > 0) {
      i++;
      escapePending = false;
    }
    while (i < size) {
      if (inString) {
        const end = findStringEnd(chunk, i, size);
        if (end < 0) {
          escapePending = end === -2;
          i = size;
          break;
        }
        inString = false;
        if (depth === tracked) {
          const tail = chunk.subarray(Math.max(0, stringAt - base), end);
          lastString = carried ? join(carried, tail) : tail;
          carried = undefined;
        }
        i = end + 1;
        continue;
      }
      if (depth > tracked) {
        i = skipDeep(chunk, i, size);
        if (depth === tracked && !inString) {
          if (depth === ENTRIES && entryAt >= 0) endEntry(chunk, i, found);
          else if (creatorAt >= 0 && depth === 2) endCreator(chunk, i);
        }
        continue;
      }
      i = readTracked(chunk, i, found);
    }
    carry(chunk);
    base += size;
    return found;
  };

  /** Skips a byte order mark and looks at the first byte. */
  const skipStart = (chunk: Uint8Array): number => {
    let i = base === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    while (i < chunk.length && isSpace(chunk[i]!)) i++;
    if (i === chunk.length) return i;
    started = true;
    if (chunk[i] !== 123) throw new InputError('NOT_HTTP', `${where()} is not JSON: it does not begin with {.`);
    return i;
  };

  /** Reads one byte on a level that is looked into. */
  const readTracked = (chunk: Uint8Array, at: number, found: ScannedEntry[]): number => {
    const byte = chunk[at]!;
    if (readingStatus) {
      if (byte >= 48 && byte <= 57) {
        status = Math.min(99_999, Math.max(0, status) * 10 + byte - 48);
        return at + 1;
      }
      if (!isSpace(byte) && byte !== 45 && byte !== 46) {
        readingStatus = false;
        picked = wanted(Math.max(0, status));
        if (!picked) {
          // Nothing more of this entry is wanted: skip to its end.
          tracked = ENTRIES;
          keep = false;
          kept = [];
          keptSize = 0;
          return at;
        }
      }
    }
    if (isSpace(byte)) return at + 1;
    if (finished) throw malformed(base + at, 'text stands behind its end');
    if (byte === QUOTE) {
      inString = true;
      stringAt = base + at + 1;
      carried = undefined;
    } else if (byte === 58) {
      const key = readKey(lastString);
      keys[depth] = key;
      if (depth === RESPONSE && key === 'status') {
        readingStatus = true;
        status = -1;
      }
    } else if (byte === 44) keys[depth] = undefined;
    else if (byte === 123 || byte === 91) {
      if (depth === ENTRIES && byte !== 123) throw malformed(base + at, 'an entry is no object');
      if (depth === 2 && keys[2] === 'entries' && byte !== 91) throw malformed(base + at, 'log.entries is no list');
      open(at);
    } else if (byte === 125 || byte === 93) {
      if ((byte === 93) !== (depth === ENTRIES))
        throw malformed(base + at, `a ${byte === 93 ? ']' : '}'} closes what it did not open`);
      depth--;
      tracked--;
      if (depth === ENTRIES && entryAt >= 0) endEntry(chunk, at + 1, found);
      if (depth === 0) finished = true;
    } else if (!isLiteral(byte)) throw malformed(base + at, 'a character stands there that JSON does not have');
    return at + 1;
  };

  /** Skips by brackets until the level is a tracked one again, or a string goes on into the next chunk. */
  const skipDeep = (chunk: Uint8Array, from: number, size: number): number => {
    let i = from;
    let level = depth;
    const floor = tracked;
    while (i < size) {
      const byte = chunk[i++]!;
      if (byte === QUOTE) {
        const near = Math.min(i + SHORT, size);
        let inner = 0;
        while (i < near) {
          inner = chunk[i]!;
          if (inner === QUOTE) break;
          i += inner === BACKSLASH ? 2 : 1;
        }
        if (i < near) {
          i++;
          continue;
        }
        if (i > size) {
          // The escaped character is the next chunk's first.
          escapePending = true;
          inString = true;
          i = size;
          break;
        }
        const end = findStringEnd(chunk, i, size);
        if (end < 0) {
          escapePending = end === -2;
          inString = true;
          i = size;
          break;
        }
        i = end + 1;
      } else {
        // { and [ differ in one bit, and so do } and ].
        const bracket = byte | 32;
        if (bracket === 123) level++;
        else if (bracket === 125) {
          level--;
          if (level === floor) break;
        }
      }
    }
    depth = level;
    return i;
  };

  const endCreator = (chunk: Uint8Array, end: number) => {
    const part = chunk.subarray(Math.max(0, creatorAt - base), end);
    creator = creatorParts.reduceRight((rest, one) => join(one, rest), copy(part));
    creatorAt = -1;
  };

  /** Puts away what the next chunk will need of this one. */
  const carry = (chunk: Uint8Array) => {
    if (inString && depth === tracked) {
      const from = Math.max(0, stringAt - base);
      const tail = copy(chunk.subarray(from, from + 64));
      carried = carried ? join(carried, tail).subarray(0, 64) : tail;
    } else if (lastString) lastString = copy(lastString.subarray(0, 64));
    if (creatorAt >= 0) {
      creatorParts.push(copy(chunk.subarray(Math.max(0, creatorAt - base))));
      creatorSize += chunk.length;
      // Nobody's name is that long.
      if (creatorSize > MOST_CREATOR) {
        creatorAt = -1;
        creatorParts = [];
      }
    }
    if (entryAt < 0 || !keep) return;
    const part = chunk.subarray(Math.max(0, entryAt - base));
    keptSize += part.length;
    if (keptSize > maxEntry) {
      kept = [];
      keep = false;
    } else kept.push(copy(part));
  };

  return {
    push,
    end() {
      if (!started) throw new InputError('EMPTY_INPUT', `${where()} is empty.`);
      if (!finished) {
        throw new InputError(
          'MALFORMED',
          `${where()} is cut off: it ends at byte ${base}, ${entryAt >= 0 ? `inside entry ${count + 1}, which begins at byte ${entryAt}` : 'before its end'}.`,
          {
            hint: `${count} ${count === 1 ? 'entry was' : 'entries were'} read before it. Export it again.`,
          },
        );
      }
      if (!sawEntries)
        throw new InputError('NOT_HTTP', `${where()} has no log.entries.`, {
          hint: 'A HAR is {"log": {"entries": […]}}.',
        });
      return { entries: count, bytes: base };
    },
    get entries() {
      return count;
    },
    get creator() {
      return creator;
    },
  };
}

/** The place of the quote that ends a string: -1 where it goes on, -2 where the chunk ends in an open escape. */
function findStringEnd(chunk: Uint8Array, from: number, size: number): number {
  let i = from;
  while (i < size) {
    const quote = chunk.indexOf(QUOTE, i);
    const stop = quote < 0 ? size : quote;
    let slashes = 0;
    while (stop - 1 - slashes >= i && chunk[stop - 1 - slashes] === BACKSLASH) slashes++;
    const isEscaped = (slashes & 1) === 1;
    if (quote < 0) return isEscaped ? -2 : -1;
    if (!isEscaped) return quote;
    const run = quote - i;
    i = quote + 1;
    if (run < SHORT) {
      // Escaped quotes stand close together: text such as JSON is read through faster than it is searched.
      const near = Math.min(size, i + 1024);
      let byte = 0;
      while (i < near) {
        byte = chunk[i]!;
        if (byte === QUOTE) return i;
        i += byte === BACKSLASH ? 2 : 1;
      }
      if (i > size) return -2;
    }
  }
  return -1;
}

function readKey(string: Uint8Array | undefined): Key {
  if (!string || string.length > 8) return undefined;
  return KEYS[
    KEY_BYTES.findIndex((key) => key.length === string.length && key.every((byte, index) => byte === string[index]))
  ];
}

/** A copy of its own: `slice` of Node's Buffer, which a chunk may be, would share the memory. */
function copy(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

/** Bytes of numbers, true, false and null. */
function isLiteral(byte: number): boolean {
  return (
    (byte >= 48 && byte <= 57) ||
    (byte >= 97 && byte <= 122) ||
    byte === 43 ||
    byte === 45 ||
    byte === 46 ||
    byte === 69
  );
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
