/**
 * How often a whole configuration may be judged anew while changes are tried. Each judging costs as much as the configuration
 * is long: many are made of a small one, few of a large one, so that all of them together stay about linear.
 */
export interface Tries {
  /** Takes this many judgings; false where they are used up, and then none is made. */
  take(judgings?: number): boolean;
  /** How many are left. */
  left(): number;
}

/** Rules that are judged in all. */
const MOST_WORK = 160_000;
const FEWEST = 12;
const MOST = 1_000;

/**
 * @param rules how many rules one judging goes through, about
 * @param fewest judgings that are made of the largest configuration
 */
export function newTries(rules: number, fewest = FEWEST): Tries {
  let left = Math.max(fewest, Math.min(MOST, Math.floor(MOST_WORK / Math.max(1, rules))));
  return {
    take: (judgings = 1) => {
      if (left < judgings) return false;
      left -= judgings;
      return true;
    },
    left: () => left,
  };
}

/** Of a long list the first and the last ones, where what decided mostly stands. */
export function bothEnds<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  const first = Math.ceil(most / 2);
  return [...list.slice(0, first), ...list.slice(first - most)];
}
