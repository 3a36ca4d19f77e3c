import type { Diagnosis } from '../model/diagnosis.ts';

/** One diagnosis, and how many entries told the same. */
export interface Folded {
  readonly d: Diagnosis;
  readonly times: number;
}

/** Equal refusals as one, with their number, in the order in which they came first. Method, path, answer and verdict count. */
export function foldEqual(told: readonly Diagnosis[]): readonly Folded[] {
  const groups = new Map<string, { d: Diagnosis; times: number }>();
  for (const d of told) {
    const key = JSON.stringify([
      d.request.method,
      d.request.url.split(/[?#]/, 1)[0],
      d.response?.status,
      d.response?.body,
      d.verdict.cause,
      d.verdict.certainty,
    ]);
    const group = groups.get(key);
    if (group) group.times++;
    else groups.set(key, { d, times: 1 });
  }
  return [...groups.values()];
}
