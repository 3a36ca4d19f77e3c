import { silence } from './case.ts';
import type { Case } from './cause.ts';
import type { CauseId } from './cause-id.ts';
import type { Odds } from './experiment.ts';
import { RECORDED_ODDS } from './recorded-odds.ts';

/** Recorded outcomes that odds set by hand count as much as. */
export const WEIGHT = 12;

/**
 * Odds from recorded runs: the outcomes that were seen under a cause, smoothed towards the odds set by hand as if these had been
 * seen so often. A cause that was never recorded keeps the latter.
 */
export function recorded(experiment: string, c: Case, byHand: (cause: CauseId) => Odds): (cause: CauseId) => Odds {
  const counts = RECORDED_ODDS[`${experiment} ${isTold(c) ? 'told' : 'bare'}`];
  const expects = (cause: CauseId): Odds => mixed(byHand(cause), counts?.[cause], WEIGHT);
  // the recorder tells what the hand-set ones would have said
  return Object.assign(expects, { byHand });
}

/** Whether the refusal gives a reason of its own: a server that gives none refuses much alike. */
export function isTold(c: Case): boolean {
  return silence(c) === undefined;
}

export function mixed(byHand: Odds, counts: Odds | undefined, weight: number): Odds {
  const seen = (counts?.[0] ?? 0) + (counts?.[1] ?? 0) + (counts?.[2] ?? 0);
  const sum = byHand[0] + byHand[1] + byHand[2];
  const share = (i: 0 | 1 | 2): number => ((counts?.[i] ?? 0) + (weight * byHand[i]) / sum) / (seen + weight);
  return [share(0), share(1), share(2)];
}
