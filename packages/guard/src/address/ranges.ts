import { badOption, type Place, show } from '../options.ts';
import { parseAddress, WORDS } from './parse.ts';

/** Whether an address is in a list; undefined where the text is no address. */
export interface Contains {
  (address: string): boolean | undefined;
  /** Whether every address of a version is in it. */
  readonly isAll4: boolean;
  readonly isAll6: boolean;
}

type Range = readonly [first: bigint, last: bigint];

/**
 * Compiles addresses and CIDR ranges to sorted, merged ranges, looked up by halving. `net.BlockList` walks its list.
 * @throws {GuardError} `address-range` where an entry cannot be read.
 */
export function compileRanges(entries: readonly string[], place: Place): Contains {
  const lists: Record<4 | 6, Range[]> = { 4: [], 6: [] };
  for (const entry of entries) {
    const { version, range } = readRange(entry, place);
    lists[version].push(range);
  }
  const merged = { 4: merge(lists[4]), 6: merge(lists[6]) };
  const four = flatten(merged[4], 1);
  const six = flatten(merged[6], 4);
  const isAll = (version: 4 | 6, bits: bigint) =>
    merged[version].some(([first, last]) => last - first === (1n << bits) - 1n);
  const contains = (address: string): boolean | undefined => {
    const version = parseAddress(address);
    if (version === 0) return undefined;
    return version === 4 ? within(four, 1) : within(six, 4);
  };
  return Object.assign(contains, { isAll4: isAll(4, 32n), isAll6: isAll(6, 128n) });
}

function readRange(entry: string, place: Place): { version: 4 | 6; range: Range } {
  const slash = entry.indexOf('/');
  const address = slash < 0 ? entry : entry.slice(0, slash);
  const version = parseAddress(address);
  const mapped = version === 4 && address.includes(':');
  const width = version === 6 || mapped ? 128 : 32;
  const text = slash < 0 ? String(width) : entry.slice(slash + 1);
  const length = /^(0|[1-9]\d{0,2})$/.test(text) ? Number(text) : -1;
  if (version === 0 || length < 0 || length > width || (mapped && length < 96)) {
    throw badOption(place, 'holds what is no address or range', 'Write 192.0.2.0/24 or 2001:db8::/32.', {
      code: 'address-range',
      got: show(entry),
    });
  }
  const bits = BigInt(version === 4 ? 32 : 128);
  const prefix = BigInt(mapped ? length - 96 : length);
  const words = version === 4 ? [WORDS[0]!] : [...WORDS];
  const value = words.reduce((sum, word) => (sum << 32n) | BigInt(word), 0n);
  const size = 1n << (bits - prefix);
  const first = (value / size) * size;
  return { version, range: [first, first + size - 1n] };
}

function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))) {
    const last = merged.at(-1);
    if (last !== undefined && range[0] <= last[1] + 1n) {
      const longer = range[1] > last[1] ? range : last;
      merged[merged.length - 1] = [last[0], longer[1]];
    } else merged.push(range);
  }
  return merged;
}

interface Table {
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
  readonly count: number;
}

function flatten(ranges: readonly Range[], words: number): Table {
  const spread = (side: 0 | 1) =>
    Uint32Array.from(
      ranges.flatMap((range) =>
        Array.from({ length: words }, (_, word) =>
          Number((range[side] >> BigInt(32 * (words - 1 - word))) & 0xffffffffn),
        ),
      ),
    );
  return { firsts: spread(0), lasts: spread(1), count: ranges.length };
}

/** Halves the list down to the last range that begins at or before the address in `WORDS`. */
function within(table: Table, words: number): boolean {
  let low = 0;
  let high = table.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(table.firsts, middle * words, words) > 0) high = middle;
    else low = middle + 1;
  }
  return low > 0 && compare(table.lasts, (low - 1) * words, words) >= 0;
}

/** Compares a stored address with the one in `WORDS`. */
function compare(stored: Uint32Array, at: number, words: number): number {
  for (let word = 0; word < words; word++) {
    const difference = stored[at + word]! - WORDS[word]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
