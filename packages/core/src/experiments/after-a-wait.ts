import { waitTold } from '../model/case.ts';
import type { Experiment } from '../model/experiment.ts';
import { ALIKE, odds } from '../model/vary.ts';

/** Longest wait that an experiment takes, in milliseconds; a longer Retry-After is told, not waited for. */
const LONGEST = 76_000;
/** Milliseconds to wait where the server does not say how long: most windows are a minute or shorter, and requests of ours may count. */
const GUESSED = 76_000;

const experiment: Experiment = {
  id: 'after-a-wait',
  asks: 'Does the same request pass after a wait, the one that the server asks for or a little more than a minute?',
  vary(c) {
    const asked = waitTold(c.evidence.first('rate-limit')?.fact);
    if (asked !== undefined && asked * 1000 > LONGEST) return [];
    const wait = asked !== undefined ? Math.ceil(asked) * 1000 + 200 : GUESSED;
    return [
      {
        experiment: 'after-a-wait',
        changed: `the same request after ${Math.round(wait / 1000)} seconds`,
        request: c.exchange.request,
        wait,
        expects: odds(
          {
            'rate-limited': asked !== undefined ? [0.85, 0.13, 0.02] : [0.75, 0.23, 0.02],
          },
          ALIKE,
        ),
        turn: { 'rate-limited': 'suggests' },
        settles: true,
        fix: `wait ${Math.round(wait / 1000)} seconds, then send it again: by then it passed`,
      },
    ];
  },
};

export default experiment;
