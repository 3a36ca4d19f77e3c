// A set of texts that keeps their hashes alone, 64 bits of each: hundreds of thousands of secrets take some megabytes, and nothing
// of what they were cut out of stays in memory with them.
import { newPieceSet } from './piece-set.ts';

// drawn anew in each run, so that nobody can choose two texts that are taken for one
const seed = (): number => (Math.random() * 2 ** 32) | 0;
const [FIRST, SECOND] = [seed(), seed()];

export interface TextSet {
  has(text: string): boolean;
  /** Adds a text, and says whether it is new. */
  add(text: string): boolean;
  size(): number;
}

/** The hash of a text, character by character: what begins alike needs not be hashed anew. */
export interface Hash {
  readonly first: number;
  readonly second: number;
}

/** Hashes characters from one place of a text on, and gives the hash of those up to each place that is asked for. */
export function hashFrom(text: string, start: number): (end: number) => Hash {
  let first = FIRST;
  let second = SECOND;
  let at = start;
  return (end) => {
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      first = Math.imul(first ^ code, 0x2c1b3c6d);
      first ^= first >>> 15;
      second = Math.imul(second ^ code, 0x297a2d39);
      second ^= second >>> 13;
    }
    return { first: first >>> 0, second: (second | 1) >>> 0 };
  };
}

/** An empty set. */
export function newTextSet(): TextSet {
  const hashes = newPieceSet();
  const of = (text: string): Hash => hashFrom(text, 0)(text.length);
  return {
    has(text) {
      const { first, second } = of(text);
      return hashes.has(first, second);
    },
    add(text) {
      const { first, second } = of(text);
      return hashes.add(first, second);
    },
    size: hashes.size,
  };
}
