// A set of pieces of text, eight characters each, asked at every place of long texts: numbers in flat arrays, no string is cut out,
// and no secret is kept as it is.

/** Characters of a piece. */
export const PIECE = 8;
const WORD = PIECE / 2;

// drawn anew in each run, so that nobody can choose pieces that fall on the same place; what the set holds does not depend on them
const odd = (): number => (Math.random() * 2 ** 32) | 1;
const [FIRST, SECOND] = [odd(), odd()];

export interface PieceSet {
  has(first: number, second: number): boolean;
  /** Adds a piece, and says whether it is new. */
  add(first: number, second: number): boolean;
  size(): number;
}

/**
 * For each place of a text the number of the four characters from there: in ASCII one number for each four, 28 bits; of other
 * characters a hash of 31 bits above them. A piece is two of these numbers, four places apart.
 */
export function wordsOf(text: string): Uint32Array {
  const words = new Uint32Array(Math.max(0, text.length - WORD + 1));
  let word = 0;
  let ascii = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    word = ((word << 7) | (code & 127)) & 0xfffffff;
    ascii = code < 128 ? ascii + 1 : 0;
    if (i >= WORD - 1) words[i - WORD + 1] = ascii >= WORD ? word : hashOf(text, i - WORD + 1);
  }
  return words;
}

function hashOf(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + WORD; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  return (hash | 0x80000000) >>> 0;
}

/** An empty set. */
export function newPieceSet(): PieceSet {
  let bits = 10;
  let table = new Uint32Array(2 << bits);
  let size = 0;
  /** Where a piece stands in the table, or the free place where it belongs. No piece is two zeros: that is eight times NUL. */
  const placeOf = (first: number, second: number): number => {
    const mask = table.length - 1;
    let at = ((Math.imul(first, FIRST) + Math.imul(second, SECOND)) >>> (32 - bits)) << 1;
    while ((table[at] !== first || table[at + 1] !== second) && (table[at] !== 0 || table[at + 1] !== 0))
      at = (at + 2) & mask;
    return at;
  };
  const grow = (): void => {
    const old = table;
    bits++;
    table = new Uint32Array(2 << bits);
    for (let i = 0; i < old.length; i += 2)
      if (old[i] !== 0 || old[i + 1] !== 0) {
        const at = placeOf(old[i]!, old[i + 1]!);
        table[at] = old[i]!;
        table[at + 1] = old[i + 1]!;
      }
  };
  return {
    has: (first, second) => {
      const at = placeOf(first, second);
      return table[at] !== 0 || table[at + 1] !== 0;
    },
    add(first, second) {
      const at = placeOf(first, second);
      if (table[at] !== 0 || table[at + 1] !== 0) return false;
      table[at] = first;
      table[at + 1] = second;
      size++;
      if (size * 4 > table.length) grow();
      return true;
    },
    size: () => size,
  };
}
