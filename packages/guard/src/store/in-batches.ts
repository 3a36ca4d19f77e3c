import type { Count } from '../requirements/rate-limit.ts';

/** Hits of one key that are counted together. */
export interface Group {
  readonly key: string;
  /** How long its window lasts, in milliseconds. */
  readonly lasts: number;
  readonly hits: readonly Hit[];
}

interface Hit {
  readonly key: string;
  readonly lasts: number;
  readonly at: number;
  readonly resolve: (count: Count) => void;
  readonly reject: (error: unknown) => void;
}

/** How long a hit may wait for its turn. Its request was answered long before. */
const MOST_MS = 1000;
const MOST = 500;

/**
 * Counts what comes while a query is under way with the next one: one connection is enough, however many requests
 * come at once, and a database that hangs has one query and no more.
 * @param count counts all hits of each group, and tells the sum by key
 */
export function inBatches(
  count: (groups: readonly Group[]) => Promise<ReadonlyMap<string, Count>>,
): (key: string, lasts: number) => Promise<Count> {
  let waiting: Hit[] = [];
  let isCounting = false;

  async function countAll(): Promise<void> {
    isCounting = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      await countSome(batch);
    }
    isCounting = false;
  }

  async function countSome(batch: readonly Hit[]): Promise<void> {
    const oldest = performance.now() - MOST_MS;
    const groups = groupByKey(batch.filter((hit) => hit.at >= oldest));
    for (const late of batch.filter((hit) => hit.at < oldest)) late.reject(new Error('the store came to it too late'));
    if (groups.length === 0) return;
    try {
      const sums = await count(groups);
      for (const { key, hits } of groups) tell(hits, sums.get(key));
    } catch (error) {
      for (const { hits } of groups) for (const hit of hits) hit.reject(error);
    }
  }
  return (key, lasts) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, lasts, at: performance.now(), resolve, reject });
      if (!isCounting) countAll();
    });
}

function groupByKey(hits: readonly Hit[]): readonly Group[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.key);
    if (group === undefined) groups.set(hit.key, [hit]);
    else group.push(hit);
  }
  return [...groups].map(([key, list]) => ({ key, lasts: list[0]!.lasts, hits: list }));
}

/** Each hit has its own place in the sum, in the order in which they came. */
function tell(hits: readonly Hit[], sum: Count | undefined): void {
  hits.forEach((hit, index) => {
    if (sum === undefined) hit.reject(new Error('the store gave no count'));
    else hit.resolve({ hits: sum.hits - (hits.length - 1 - index), resetMs: sum.resetMs });
  });
}
