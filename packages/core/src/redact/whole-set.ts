// Secrets that are known as a whole, found at any place of a text: which lengths those have that begin with the same four characters
// is a number of bits beside these, and whether one of them stands there is asked of its hash.
import { newPieceSet, type PieceSet, wordsOf } from './piece-set.ts';
import { hashFrom } from './text-set.ts';

/** Shortest and longest secret that is known as a whole. */
export const SHORTEST = 4;
export const LONGEST_WHOLE = 128;
const WORDS = LONGEST_WHOLE / 32;
/** Numbers of one row: the beginning, and a bit for each length. */
const ROW = 1 + WORDS;

/** Where a secret is known again: anywhere, where letters stand by themselves, or digits. */
export type Bound = 'any' | 'word' | 'digits';

type IsBounded = (text: string, start: number, end: number, bound: Bound) => boolean;

export interface WholeSet {
  add(canon: string, bound: Bound): void;
  has(canon: string): boolean;
  /**
   * Where the longest secret ends that begins at a place, `word` being the number of the four characters there; 0 for none.
   * `isBounded` says whether it may stand there.
   */
  endAt(text: string, start: number, word: number, isBounded?: IsBounded): number;
}

/** An empty set. */
export function newWholeSet(): WholeSet {
  const sets: Readonly<Record<Bound, PieceSet>> = { any: newPieceSet(), word: newPieceSet(), digits: newPieceSet() };
  let rows = new Uint32Array(ROW << 8);
  let count = 0;
  const rowOf = (word: number): number => {
    const size = rows.length / ROW;
    let at = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d) >>> (32 - Math.log2(size));
    while (isUsed(rows, at * ROW) && rows[at * ROW] !== word) at = (at + 1) & (size - 1);
    return at * ROW;
  };
  const grow = (): void => {
    const old = rows;
    rows = new Uint32Array(old.length * 2);
    for (let i = 0; i < old.length; i += ROW) if (isUsed(old, i)) rows.set(old.subarray(i, i + ROW), rowOf(old[i]!));
  };
  const boundOf = (first: number, second: number): Bound | undefined =>
    (['any', 'word', 'digits'] as const).find((bound) => sets[bound].has(first, second));
  return {
    add(canon, bound) {
      const { first, second } = hashFrom(canon, 0)(canon.length);
      sets[bound].add(first, second);
      const word = wordsOf(canon.slice(0, SHORTEST))[0]!;
      const row = rowOf(word);
      if (!isUsed(rows, row)) count++;
      rows[row] = word;
      const bit = canon.length - 1;
      rows[row + 1 + (bit >> 5)]! |= 1 << (bit & 31);
      if (count * 2 * ROW > rows.length) grow();
    },
    has(canon) {
      const { first, second } = hashFrom(canon, 0)(canon.length);
      return boundOf(first, second) !== undefined;
    },
    endAt(text, start, word, isBounded = bounded) {
      const row = rowOf(word);
      if (!isUsed(rows, row)) return 0;
      const hash = hashFrom(text, start);
      let found = 0;
      for (let bit = SHORTEST - 1; bit < LONGEST_WHOLE && start + bit < text.length; bit++) {
        const bits = rows[row + 1 + (bit >> 5)]! >>> (bit & 31);
        if (bits === 0) bit |= 31;
        else if (bits & 1) {
          const end = start + bit + 1;
          const { first, second } = hash(end);
          const bound = boundOf(first, second);
          if (bound !== undefined && isBounded(text, start, end, bound)) found = end;
        }
      }
      return found;
    },
  };
}

function isUsed(rows: Uint32Array, row: number): boolean {
  for (let i = row + 1; i < row + ROW; i++) if (rows[i] !== 0) return true;
  return false;
}

/** A word is known again where it stands by itself: `rest` is not in `restricted`. */
function bounded(canon: string, start: number, end: number, bound: Bound): boolean {
  if (bound === 'any') return true;
  const inside = bound === 'digits' ? /\d/ : /[\p{L}\d]/u;
  return !(start > 0 && inside.test(canon[start - 1]!)) && !(end < canon.length && inside.test(canon[end]!));
}
