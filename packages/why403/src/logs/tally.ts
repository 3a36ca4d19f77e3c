// Counters of bounded size. A log of any length has any number of clients and paths; memory may not follow.

/** Keys that a counter holds at most. */
export const KEY_LIMIT = 10_000;

export interface Tally {
  /** Counts `mark` and `key` together as one key that begins with the mark's character. */
  add(mark: string, key: string): void;
  /** Keys and counts, most first, equal counts by key. */
  readonly entries: () => readonly (readonly [key: string, count: number])[];
  /** What was counted and stands in no key, because rare keys were dropped. */
  readonly dropped: () => number;
}

/**
 * Counts keys, at most `limit` of them: when there are more, the rarest are dropped (lossy counting), so that a key's count
 * can be too low, never too high, and frequent keys stay. https://www.vldb.org/conf/2002/S10P03.pdf
 */
export function createTally(limit: number = KEY_LIMIT): Tally {
  const counts = new Map<string, number>();
  let dropped = 0;
  let looked = 0;
  const prune = (): void => {
    for (let floor = 1; counts.size > limit / 2; floor *= 2) {
      for (const [key, count] of counts) {
        if (count > floor) continue;
        counts.delete(key);
        dropped += count;
      }
    }
  };
  return {
    add(mark, name) {
      const key = mark + name;
      const count = counts.get(key);
      if (count !== undefined) {
        counts.set(key, count + 1);
        return;
      }
      if (counts.size >= limit) prune();
      // A joined string holds on to its parts, and a slice to its whole line. Looking at a character makes V8 copy the key
      // into a string of its own (measured: 50,000 keys out of 4 KB lines take 199 MB without, 6 MB with it).
      looked += key.charCodeAt(0);
      counts.set(key, 1);
    },
    entries: () => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    dropped: () => (looked < 0 ? 0 : dropped),
  };
}

const STEPS = [1, 5, 15, 60, 300, 900, 3600, 3 * 3600, 6 * 3600, 86_400, 7 * 86_400];
const TIME_LIMIT = 4096;

export interface TimeTally {
  add(wall: number): void;
  first(): number | undefined;
  last(): number | undefined;
  /** Counts in equal steps, as fine as `most` steps allow. */
  steps(most: number): { readonly seconds: number; readonly steps: readonly (readonly [at: number, count: number])[] };
}

/** Counts over time in at most 4096 steps, which grow with the time that the log covers. */
export function createTimeTally(): TimeTally {
  let counts = new Map<number, number>();
  let seconds = STEPS[0]!;
  let first: number | undefined;
  let last: number | undefined;
  const widen = (from: ReadonlyMap<number, number>, to: number): Map<number, number> => {
    const wider = new Map<number, number>();
    for (const [at, count] of from) {
      const step = Math.floor(at / to) * to;
      wider.set(step, (wider.get(step) ?? 0) + count);
    }
    return wider;
  };
  const next = (step: number): number => STEPS.find((s) => s > step) ?? step * 2;
  return {
    add(wall) {
      if (first === undefined || wall < first) first = wall;
      if (last === undefined || wall > last) last = wall;
      const at = Math.floor(wall / seconds) * seconds;
      counts.set(at, (counts.get(at) ?? 0) + 1);
      while (counts.size > TIME_LIMIT) {
        seconds = next(seconds);
        counts = widen(counts, seconds);
      }
    },
    first: () => first,
    last: () => last,
    steps(most) {
      let step = seconds;
      if (first !== undefined && last !== undefined) {
        while (Math.floor(last / step) - Math.floor(first / step) + 1 > most) step = next(step);
      }
      return { seconds: step, steps: [...widen(counts, step)].sort((a, b) => a[0] - b[0]) };
    },
  };
}
