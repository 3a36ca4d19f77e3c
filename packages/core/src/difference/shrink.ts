// QuickXplain (Junker 2004, https://cdn.aaai.org/AAAI/2004/AAAI04-027.pdf) with splits by weight: the likeliest difference is asked first
// and alone, so that one request settles the usual case; k of n equally likely ones take about k·log2(n/k) + 2k.

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
  const sorted = [...all].sort((a, b) => weight(b) - weight(a));
  const known = new Map<string, Answer>();
  const places = new Map(sorted.map((one, i) => [one, i]));
  let stopped: 'unstable' | 'budget' | undefined;
  const test = async (set: readonly T[]): Promise<boolean> => {
    const key = set
      .map((one) => places.get(one))
      .sort()
      .join(' ');
    const answer = known.get(key) ?? (await ask(set));
    if (answer === undefined) stopped = 'budget';
    else if (answer === 'unstable') stopped = 'unstable';
    else known.set(key, answer);
    return answer === 'allowed';
  };
  known.set(
    sorted
      .map((_one, i) => i)
      .sort()
      .join(' '),
    'allowed',
  );
  known.set('', 'refused');
  const explain = async (background: readonly T[], added: boolean, rest: readonly T[]): Promise<readonly T[]> => {
    if (stopped) return [];
    if (added && (await test(background))) return [];
    if (stopped || rest.length === 1) return rest;
    const cut = halfOf(rest, weight);
    const [first, second] = [rest.slice(0, cut), rest.slice(cut)];
    const fromSecond = await explain([...background, ...first], first.length > 0, second);
    const fromFirst = await explain([...background, ...fromSecond], fromSecond.length > 0, first);
    return [...fromFirst, ...fromSecond];
  };
  const found = sorted.length ? await explain([], false, sorted) : [];
  return stopped ? { found: undefined, why: stopped } : { found };
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
