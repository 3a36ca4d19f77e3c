// The differences are put in order, the likeliest first, and the shortest beginning that turns the answer is searched by halves:
// its last difference is needed. With that one kept, the same search goes on among those before it, until what was kept passes by
// itself (transition elements: Hemery, Lecoutre, Saïs and Boussemart, Extracting MUCs from constraint networks, ECAI 2006).
// Halves are of weight, not of number, so that one request settles the usual case; k of n equally likely ones take about
// k·(log2 n + 1). What is found was always seen to pass, even where differences undo each other.

/** The answer to a set of differences: turned or not, or that the server answers now so, now so. */
export type Answer = 'allowed' | 'refused' | 'unstable';

/** The smallest set of differences that turns the answer, or why there is none to tell. */
export type Shrunk<T> =
  | { readonly found: readonly T[] }
  | { readonly found: undefined; readonly why: 'unstable' | 'budget' };

/**
 * Shrinks `all`, which together turn the refusal, to a set from which none can be left out. `weight` says how likely one is to
 * matter. `ask` sends one request; it answers undefined when the budget is used up.
 */
export async function shrink<T>(
  all: readonly T[],
  weight: (one: T) => number,
  ask: (set: readonly T[]) => Promise<Answer | undefined>,
): Promise<Shrunk<T>> {
  let before = [...all].sort((a, b) => weight(b) - weight(a));
  let kept: readonly T[] = [];
  // kept and before, together, pass; kept alone does not, as far as is known
  while (before.length) {
    let [low, high] = [0, before.length];
    while (high - low > 1) {
      const middle = low + halfOf(before.slice(low, high), weight);
      const answer = await ask([...before.slice(0, middle), ...kept]);
      if (answer === undefined) return { found: undefined, why: 'budget' };
      if (answer === 'unstable') return { found: undefined, why: 'unstable' };
      if (answer === 'allowed') high = middle;
      else low = middle;
    }
    // a beginning of one that passed was asked already
    const alone = high === 1 && kept.length === 0;
    kept = [before[high - 1]!, ...kept];
    before = before.slice(0, high - 1);
    if (alone || !before.length) break;
    const answer = await ask(kept);
    if (answer === undefined) return { found: undefined, why: 'budget' };
    if (answer === 'unstable') return { found: undefined, why: 'unstable' };
    if (answer === 'allowed') break;
  }
  return { found: kept };
}

/** Where the weight is halved; both sides hold one at least. */
function halfOf<T>(list: readonly T[], weight: (one: T) => number): number {
  const total = list.reduce((sum, one) => sum + weight(one), 0);
  let sum = 0;
  for (let i = 0; i < list.length - 1; i++) {
    sum += weight(list[i]!);
    if (sum >= total / 2) return i + 1;
  }
  return list.length - 1;
}
