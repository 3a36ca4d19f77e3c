/** A repeatable source of chance (mulberry32, a public-domain generator): the same seed draws the same servers. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  pick<T>(list: readonly T[]): T;
  /** True with this probability. */
  is(probability: number): boolean;
}

export function chance(seed: number): Chance {
  let a = (seed * 0x9e3779b1) >>> 0;
  const next = (): number => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    is: (probability) => next() < probability,
  };
}
