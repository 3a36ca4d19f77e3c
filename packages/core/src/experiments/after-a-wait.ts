import type { Experiment } from '../model/experiment.ts';
import { ALIKE, odds } from '../model/vary.ts';

/** Longest wait that an experiment takes, in milliseconds; a longer Retry-After is told, not waited for. */
const LONGEST = 20_000;

const experiment: Experiment = {
  id: 'after-a-wait',
  asks: 'Does the same request pass after the wait that the server asks for?',
  vary(c) {
    const limits = c.evidence.first('rate-limit')?.fact;
    const asked =
      limits?.retryAfter ??
      (limits?.remaining === 0 && limits.reset !== undefined && limits.reset < 100_000 ? limits.reset : undefined);
    if (asked === undefined || asked * 1000 > LONGEST) return [];
    return [
      {
        experiment: 'after-a-wait',
        changed: `the same request after ${Math.ceil(asked)} seconds`,
        request: c.exchange.request,
        wait: Math.ceil(asked) * 1000 + 200,
        expects: odds({ 'rate-limited': [0.8, 0.18, 0.02] }, ALIKE),
        turn: { 'rate-limited': 'proves' },
      },
    ];
  },
};

export default experiment;
