import { ask, isPromise } from '../ask.ts';
import { PASSED, type Requirement, type Visit } from '../model.ts';
import { checkParts } from '../options.ts';

/** Trials that may be under way at once. Those of a flood beyond are not made: a trial must not cost what it tries. */
const MOST_UNDER_WAY = 100;

/**
 * Lets every request pass at once and only reports what the part would have refused: how a new requirement is tried
 * out. The part is asked apart: it neither holds the request nor gives it headers, an object or a promise of a caller.
 */
export function shadow(...parts: readonly [part: Requirement]): Requirement<false> {
  checkParts('shadow', parts, 1);
  const [part] = parts;
  let underWay = 0;

  function tryOut(visit: Visit): void {
    if (underWay >= MOST_UNDER_WAY) return;
    const apart: Visit = { ...visit, headers: [], object: undefined };
    const outcome = ask(part, apart);
    if (!isPromise(outcome)) {
      if (outcome !== PASSED) visit.settings.reportShadow(apart, outcome);
      return;
    }
    underWay++;
    outcome
      .then((value) => {
        if (value !== PASSED) visit.settings.reportShadow(apart, value);
      })
      .finally(() => {
        underWay--;
      });
  }
  return {
    kind: 'shadow',
    demand: `shadow: ${part.demand}`,
    knows: false,
    asksCaller: part.asksCaller,
    parts: [part],
    admitsAnyone: true,
    isTrial: true,
    check(visit) {
      tryOut(visit);
      return PASSED;
    },
  };
}
