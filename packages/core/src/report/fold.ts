import type { CauseId } from '../model/cause-id.ts';
import type { Diagnosis, ToldGroup } from '../model/diagnosis.ts';

/** One diagnosis, and how many entries told the same. */
export interface Folded {
  readonly d: Diagnosis;
  readonly times: number;
}

/** The refusals of one cause. */
export interface Group {
  /** Null where no cause is known. */
  readonly cause: CauseId | null;
  /** How many refusals, equal ones counted each. */
  readonly refusals: number;
  /** Of all refusals, from 0 to 1. */
  readonly share: number;
  /** Equal ones once: the surest first. */
  readonly folded: readonly Folded[];
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
    const times = 1 + (d.alike ?? 0);
    if (group) group.times += times;
    else groups.set(key, { d, times });
  }
  return [...groups.values()];
}

const SURE: Readonly<Record<Diagnosis['verdict']['certainty'], number>> = {
  proven: 0,
  likely: 1,
  possible: 2,
  unknown: 3,
};

/** Which of two is surer, as `sort` asks. */
function surer({ verdict: a }: Diagnosis, { verdict: b }: Diagnosis): number {
  return SURE[a.certainty] - SURE[b.certainty] || Math.round(100 * b.probability) - Math.round(100 * a.probability);
}

/** How many refusals these are, with those that are alike and were not judged each. */
export function countOf(told: readonly Diagnosis[]): number {
  return told.reduce((sum, { alike = 0 }) => sum + 1 + alike, 0);
}

/** Refusals by their cause, the cause that refused most first; those without a known cause last among equals. */
export function groupByCause(told: readonly Diagnosis[]): readonly Group[] {
  const groups = new Map<CauseId | null, Folded[]>();
  const all = countOf(told);
  for (const folded of foldEqual(told)) {
    const { cause } = folded.d.verdict;
    groups.set(cause, [...(groups.get(cause) ?? []), folded]);
  }
  return [...groups]
    .map(([cause, folded]): Group => {
      const refusals = folded.reduce((sum, { times }) => sum + times, 0);
      return {
        cause,
        refusals,
        share: refusals / all,
        folded: folded.sort((a, b) => surer(a.d, b.d) || b.times - a.times),
      };
    })
    .sort((a, b) => b.refusals - a.refusals || Number(a.cause === null) - Number(b.cause === null));
}

/** The groups as `--json` tells them; undefined where there are not several refusals. */
export function toldGroups(told: readonly Diagnosis[]): readonly ToldGroup[] | undefined {
  if (told.length < 2) return undefined;
  return groupByCause(told).map(({ cause, refusals, share }) => ({
    cause,
    refusals,
    share: Math.round(share * 10_000) / 10_000,
    diagnoses: told.flatMap((d, i) => (d.verdict.cause === cause ? [i] : [])),
  }));
}
